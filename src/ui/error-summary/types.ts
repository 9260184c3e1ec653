/** One thing to put right: the field's name in its form, and the words beside it. */
export interface FieldError {
  field: string;
  text: string;
}

export const sayHowMany = (errors: readonly FieldError[]): string => `请检查 ${errors.length} 处`;
