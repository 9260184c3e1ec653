import type { FieldProps } from '../field';

export interface Choice<T extends string> {
  value: T;
  text: string;
  /** What choosing it means, under it. */
  detail?: string | undefined;
}

/** One of a few (`several` left out), or any of them. */
export type ChoiceGroupProps<T extends string> = FieldProps & { options: readonly Choice<T>[] } & (
    | { several?: false; value: T | null; onChange: (value: T) => void }
    | { several: true; value: readonly T[]; onChange: (value: T[]) => void }
  );

/** Is the choice taken? */
export const isChosen = <T extends string>(props: ChoiceGroupProps<T>, value: T): boolean =>
  props.several ? props.value.includes(value) : props.value === value;

/** Takes a choice, or gives it back where several may be taken; the order is that of the options. */
export function choose<T extends string>(props: ChoiceGroupProps<T>, value: T): void {
  if (!props.several) return props.onChange(value);
  const taken = isChosen(props, value);
  props.onChange(
    props.options
      .map((option) => option.value)
      .filter((other) => (other === value ? !taken : props.value.includes(other))),
  );
}
