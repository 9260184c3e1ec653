/** Who of several people a step is about, and of whom it could not be taken. */
import type { RosterRow } from '@yugong/domain/roster/wire';
import { Callout } from '../../parts/notice';

/** @example whoIn([{ name: '王＊', … }]) // '王＊'; of several 「3 人」 */
export const whoIn = (rows: readonly RosterRow[]): string =>
  rows.length === 1 && rows[0] ? rows[0].name : ` ${rows.length} 人`;

/** Somebody for whom a step could not be taken, and why. */
export interface StepFailure {
  id: string;
  why: string;
}

/** The people of failures, a line each with the reason. */
export function FailureList({ rows, failures }: { rows: readonly RosterRow[]; failures: readonly StepFailure[] }) {
  return (
    <ul>
      {failures.map(({ id, why }) => {
        const row = rows.find(({ registrationId }) => registrationId === id);
        return (
          <li key={id}>
            {row?.name} {row?.phone}：{why}
          </li>
        );
      })}
    </ul>
  );
}

/** Of whom it could not be done and why; the next press tries these alone. */
export function WriteFailures({ rows, failures }: { rows: readonly RosterRow[]; failures: readonly StepFailure[] }) {
  const [first] = failures;
  if (!first) return null;
  if (rows.length === 1) return <Callout tone="bad">{first.why}</Callout>;
  return (
    <Callout tone="bad" title={`${rows.length - failures.length} 人已完成，以下 ${failures.length} 人未成功`}>
      <FailureList rows={rows} failures={failures} />
      <p>再按一次，只重试这些人。</p>
    </Callout>
  );
}
