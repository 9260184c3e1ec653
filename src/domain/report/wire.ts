/** What a worker tells about a station. */
import * as v from 'valibot';
import { Text } from '../identity';

export const reportKinds = [
  'open',
  'locked',
  'closed',
  'no-water',
  'no-power',
  'moved',
  'wrong-hours',
  'wrong',
  'other',
] as const;

export const ReportRequest = v.strictObject({
  kind: v.picklist(reportKinds, 'value'),
  note: v.optional(Text(500)),
});
