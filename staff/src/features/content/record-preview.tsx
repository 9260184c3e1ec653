/** What a preview found: what publishing would change, or what keeps it from being published. */
import type { RecordPublishedWire } from '@yugong/domain/publication/staff-wire';
import { Callout } from '../../parts/notice';
import { ChangeTable } from './change-table';
import { describeRecordFault } from './labels';

export function RecordPreview({ title, found }: { title: string; found: RecordPublishedWire }) {
  if (!found.done)
    return (
      <Callout tone="bad" title="这样不能发布">
        {found.faults.map(({ record, field, message }) => (
          <p key={`${record} ${field} ${message}`}>{describeRecordFault(field, message)}</p>
        ))}
      </Callout>
    );
  if (found.changes.length === 0) return <Callout tone="warn" title="和现在发布的一样，没有改动" />;
  return <ChangeTable title={title} changes={found.changes} />;
}
