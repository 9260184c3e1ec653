import { View } from '@tarojs/components';
import { FormContext, useFormState } from './context';
import type { FormProps } from './types';

export { SubmitButton } from './submit';

/** Fields that are sent together. */
export function Form({ label, onSubmit, children }: FormProps) {
  const state = useFormState(onSubmit);
  return (
    <FormContext.Provider value={state}>
      <View ariaRole="form" ariaLabel={label}>
        {children}
      </View>
    </FormContext.Provider>
  );
}
