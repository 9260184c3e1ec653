import type { FormEvent, KeyboardEvent } from 'react';
import { FormContext, useFormState } from './context';
import type { FormProps } from './types';

export { SubmitButton } from './submit';

/**
 * Fields that are sent together. A real form, so that browsers fill it in and the keyboard's own key
 * sends it; checking is ours, said in an `ErrorSummary`.
 */
export function Form({ label, onSubmit, children }: FormProps) {
  const state = useFormState(onSubmit);
  const send = (event: FormEvent) => {
    event.preventDefault();
    state.submit();
  };
  const enter = (event: KeyboardEvent) => {
    // While a word is being composed the key belongs to the input method.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (!(event.target instanceof HTMLInputElement) || ['radio', 'checkbox'].includes(event.target.type)) return;
    send(event);
  };
  return (
    <FormContext.Provider value={state}>
      <form noValidate aria-label={label} onSubmit={send} onKeyDown={enter}>
        {children}
      </form>
    </FormContext.Provider>
  );
}
