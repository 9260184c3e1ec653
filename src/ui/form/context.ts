/** What a form and the fields in it know of each other. */
import { createContext, useContext, useId, useState } from 'react';

interface FormState {
  /** Before every field's id, so that two forms on one screen, or one below another page, don't share ids. */
  scope: string;
  /** How often it was tried to send. The error summary takes the focus at each. */
  attempt: number;
  submit: () => void;
  /** WeChat has no call that focuses a field, only a property: the field that has to take the focus. */
  wanted: string | null;
  want: (name: string | null) => void;
}

const nothing = (): void => undefined;
export const FormContext = createContext<FormState>({
  scope: '',
  attempt: 0,
  submit: nothing,
  wanted: null,
  want: nothing,
});

/** The state behind a `Form`. */
export function useFormState(onSubmit: () => void): FormState {
  // useId writes colons, which no selector takes unescaped.
  const scope = `${useId().replace(/:/g, '')}-`;
  const [attempt, setAttempt] = useState(0);
  const [wanted, want] = useState<string | null>(null);
  const submit = () => {
    setAttempt((before) => before + 1);
    onSubmit();
  };
  return { scope, attempt, submit, wanted, want };
}

/** The id of the field called `name`, on the element that takes the focus. */
export const useFieldId = (name: string): string => useContext(FormContext).scope + name;
