/** Shows the service's field faults beside their fields. */
import type { FormInstance } from 'antd';
import { ApiError, describeFieldFault } from '../api/api-error';

/** What of a form shows faults. */
export type FaultForm = Pick<FormInstance, 'getFieldInstance' | 'setFields' | 'scrollToField'>;

/** Turns `/person/name` into a form's path, `['person', 'name']`; numbers stay list positions. */
export const pathOf = (pointer: string): (string | number)[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/**
 * @param under the part of the body that the form is, such as `person`
 * @returns true where a field shows the fault, so that no other message is needed
 */
export function showFaults(form: FaultForm, error: unknown, under: readonly string[] = []): boolean {
  if (!(error instanceof ApiError) || error.errors.length === 0) return false;
  const fields = error.errors.map((fault) => {
    const path = pathOf(fault.pointer);
    const name = under.every((part, index) => path[index] === part) ? path.slice(under.length) : path;
    return { name, errors: [describeFieldFault(fault)] };
  });
  const known = fields.filter(({ name }) => form.getFieldInstance(name) !== undefined);
  if (known.length === 0) return false;
  form.setFields(known);
  const first = known[0]?.name;
  if (first) form.scrollToField(first, { focus: true, block: 'center' });
  return true;
}
