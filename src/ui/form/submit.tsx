import { Text } from '@tarojs/components';
import { useContext } from 'react';
import { MainButton } from '../button';
import { FormContext } from './context';

/** Sends the form around it. While busy it says so and takes no second press. */
export function SubmitButton({ text, busyText, busy = false }: { text: string; busyText: string; busy?: boolean }) {
  const { submit } = useContext(FormContext);
  return (
    <MainButton onPress={busy ? () => undefined : submit}>
      <Text>{busy ? busyText : text}</Text>
    </MainButton>
  );
}
