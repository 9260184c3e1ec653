/** What people report of stations, and the list of stations as the union keeps it. */
import * as v from 'valibot';
import { Text } from '../text';
import { reportStates } from '../report/state';
import { reportKinds, standings } from '../report/standing';
import { Adcode, WireId } from '../wire';

export const ReportsQuery = v.strictObject({
  /** `open`: received or confirmed; the default. */
  show: v.optional(v.picklist(['open', 'all'], 'value')),
  adcode: v.optional(Adcode),
});
export const StaffReportWire = v.object({
  id: v.string(),
  kind: v.picklist(reportKinds),
  note: v.nullable(v.string()),
  state: v.picklist(reportStates),
  reply: v.nullable(v.string()),
  createdAt: v.string(),
  updatedAt: v.string(),
  /** The same for the reports of one sender, and of nobody else's; null where there is only this one. Who it is, it hides. */
  sender: v.nullable(v.string()),
  /** Nobody has looked at it for days: the station's page says so. */
  overdue: v.boolean(),
});
/** One place with everything that was said of it. Nothing of who said it. */
export const ReportGroupWire = v.object({
  stationId: v.string(),
  /** Null where the station is no longer in the dataset. */
  title: v.nullable(v.string()),
  adcode: v.nullable(v.string()),
  address: v.nullable(v.string()),
  verifiedAt: v.nullable(v.string()),
  standing: v.picklist(standings),
  latestAt: v.string(),
  reports: v.array(StaffReportWire),
});
export const ReportGroupsWire = v.object({ stations: v.array(ReportGroupWire) });
export const ReportMove = v.strictObject({
  to: v.picklist(reportStates, 'value'),
  reply: v.optional(Text(300)),
  /** The state that it was in when this was decided. */
  seen: v.picklist(reportStates, 'value'),
});
/** Several reports get one answer: of a station, or of one sender. */
export const ReportsAnswer = v.strictObject({
  ids: v.pipe(v.array(WireId), v.minLength(1, 'too-few'), v.maxLength(100, 'too-many')),
  to: v.picklist(reportStates, 'value'),
  reply: Text(300),
  /** By report, the state that it was in when this was decided. */
  seen: v.record(WireId, v.picklist(reportStates, 'value')),
});
/** How many of them are in that state now. */
export const ReportsAnsweredWire = v.object({ state: v.picklist(reportStates), count: v.number() });
export const ReportMovedWire = v.object({ id: v.string(), state: v.picklist(reportStates) });

export type ReportMove = v.InferOutput<typeof ReportMove>;
export type ReportsAnswer = v.InferOutput<typeof ReportsAnswer>;
export type ReportGroupWire = v.InferOutput<typeof ReportGroupWire>;
export type StaffReportWire = v.InferOutput<typeof StaffReportWire>;
