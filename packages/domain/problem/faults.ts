/** From what a schema found to faults by JSON pointer: the same at the service and where something is typed. */
import type * as v from 'valibot';
import type { FieldFault } from './codes';

/**
 * A schema's findings as faults, twenty at most. Schemas whose messages are codes of `fieldFaults` say which; all
 * others are of the wrong `type`. What was sent is in none of them.
 */
export function faultsOf(issues: readonly v.BaseIssue<unknown>[]): FieldFault[] {
  const faults = issues.map((issue) => {
    const path = (issue.path ?? []).map(({ key }) => key as string | number);
    const unknown = issue.kind === 'schema' && issue.expected === 'never';
    // An unknown field's name was sent: only where it is, is said.
    const shown = unknown ? path.slice(0, -1) : path;
    return { pointer: shown.map((key) => `/${escapePointer(String(key))}`).join(''), code: faultCode(issue, unknown) };
  });
  return [...new Map(faults.map((fault) => [`${fault.pointer} ${fault.code}`, fault])).values()].slice(0, 20);
}

const escapePointer = (key: string): string => key.replace(/~/g, '~0').replace(/\//g, '~1');

function faultCode(issue: v.BaseIssue<unknown>, unknown: boolean): string {
  if (unknown) return 'unknown';
  if (issue.received === 'undefined') return 'required';
  return /^[a-z-]{2,20}$/.test(issue.message) ? issue.message : 'type';
}
