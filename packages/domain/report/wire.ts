/** What a worker tells about a station, and what the service tells of it. */
import * as v from 'valibot';
import { Text } from '../text';
import { openPicklist } from '../wire/tolerant';
import { reportStates } from './state';
import { reportKinds, standings } from './standing';

export { reportKinds } from './standing';

export const ReportRequest = v.strictObject({
  kind: v.picklist(reportKinds, 'value'),
  note: v.optional(Text(500)),
});

/** A report as its sender sees it: what became of it, and what the union answered. */
export const MyReportWire = v.object({
  id: v.string(),
  stationId: v.string(),
  /** The station's name; null where it is no longer in the dataset. */
  stationTitle: v.nullable(v.string()),
  kind: openPicklist(reportKinds, 'wrong'),
  note: v.nullable(v.string()),
  state: openPicklist(reportStates, 'received'),
  /** The union's answer, if it wrote one. */
  reply: v.nullable(v.string()),
  createdAt: v.string(),
  updatedAt: v.string(),
});
export const MyReportsWire = v.object({ reports: v.array(MyReportWire) });
export type MyReport = v.InferOutput<typeof MyReportWire>;

/** What fresh reports together say of a station; nothing of who sent them. */
export const StandingWire = v.object({
  stationId: v.string(),
  standing: openPicklist(standings, 'noted'),
  /** Fresh reports by kind: how many people, and when the latest came. */
  reports: v.array(v.object({ kind: openPicklist(reportKinds, 'other'), count: v.number(), latestAt: v.string() })),
  /** What was said days ago and nobody at the union has looked at, the oldest of it; a service of before says nothing. */
  unanswered: v.optional(v.nullable(v.object({ kind: openPicklist(reportKinds, 'other'), at: v.string() }))),
});
export const StandingsWire = v.object({ freshDays: v.number(), stations: v.array(StandingWire) });
export type StandingOnWire = v.InferOutput<typeof StandingWire>;
