/** Who of several people a step is about, and of whom it could not be taken. */
import type { RosterRow } from '@yugong/domain/roster/wire';
import { describeError } from '../../api/api-error';
import type { WriteFailure } from '../../api/use-write-each';
import { Callout } from '../../parts/notice';

/** @example whoIn([{ name: '王＊', … }]) // '王＊'; of several 「3 人」 */
export const whoIn = (rows: readonly RosterRow[]): string =>
  rows.length === 1 && rows[0] ? rows[0].name : ` ${rows.length} 人`;

interface Props {
  rows: readonly RosterRow[];
  failures: readonly WriteFailure[];
}

/** Of whom it could not be done and why; the next press tries these alone. */
export function WriteFailures({ rows, failures }: Props) {
  const [first] = failures;
  if (!first) return null;
  if (rows.length === 1) return <Callout tone="bad">{describeError(first.error)}</Callout>;
  return (
    <Callout tone="bad" title={`${rows.length - failures.length} 人已完成，以下 ${failures.length} 人未成功`}>
      <ul>
        {failures.map(({ id, error }) => {
          const row = rows.find(({ registrationId }) => registrationId === id);
          return (
            <li key={id}>
              {row?.name} {row?.phone}：{describeError(error)}
            </li>
          );
        })}
      </ul>
      <p>再按一次，只重试这些人。</p>
    </Callout>
  );
}
