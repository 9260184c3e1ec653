/** Lists of stations for volunteers, and the clerk's decision about what they found. */
import * as v from 'valibot';
import { findings, MAX_STATIONS, visitFields } from '.';
import { candidateStates, CandidateProposal } from '../station-candidate';
import { OneLine, Text } from '../text';
import { Day, Time, WireId } from '../wire';
import { OnSiteStation } from './wire';

export const OnSiteListRequest = v.strictObject({
  /** What volunteers read above the list, such as 「渝中区 11 月核对」. */
  title: OneLine(40),
  day: Day,
  stations: v.pipe(v.array(WireId, 'type'), v.minLength(1, 'required'), v.maxLength(MAX_STATIONS, 'too-long')),
});
export type OnSiteListRequest = v.InferOutput<typeof OnSiteListRequest>;

const listEntries = {
  id: v.string(),
  title: v.string(),
  day: v.string(),
  sendUntil: Time,
  revokedAt: v.nullable(Time),
  stationCount: v.number(),
  checkedCount: v.number(),
  /** Checks of which something isn't decided yet. */
  openCount: v.number(),
};

/** One's own lists, the newest first. */
export const StaffOnSiteListsWire = v.object({ lists: v.array(v.object(listEntries)) });
export type StaffOnSiteListsWire = v.InferOutput<typeof StaffOnSiteListsWire>;

export const OnSiteListMadeWire = v.object({ id: v.string() });

/** The path of a list's link: what follows the `#` is sent to no server with the page, so that no log has it. */
export const OnSiteLinkWire = v.object({ path: v.string() });

export const OnSiteRevokedWire = v.object({ revokedAt: Time });

/** What one volunteer found at one station. */
export const StaffOnSiteCheck = v.object({
  id: v.string(),
  found: v.picklist(findings),
  at: Time,
  /** The station as it is published now; null where it was taken down since. */
  station: v.nullable(OnSiteStation),
  candidates: v.array(
    v.object({
      proposal: CandidateProposal,
      /** Of a position: the radius in metres that the phone stated. */
      accuracy: v.nullable(v.number()),
      state: v.picklist(candidateStates),
    }),
  ),
  /** The picture's state; null where none was taken, and where it was refused, which deletes it. */
  photo: v.nullable(v.picklist(['open', 'accepted'])),
});
export type StaffOnSiteCheck = v.InferOutput<typeof StaffOnSiteCheck>;

export const StaffOnSiteListWire = v.object({ ...listEntries, checks: v.array(StaffOnSiteCheck) });
export type StaffOnSiteListWire = v.InferOutput<typeof StaffOnSiteListWire>;

const Field = v.picklist(visitFields, 'value');

/** A clerk's decision about a check: what isn't accepted is refused. */
export const OnSiteDecision = v.strictObject({
  check: WireId,
  accept: v.pipe(v.array(Field, 'type'), v.maxLength(5, 'too-long')),
  /** The hours as the clerk mended them; null where they are accepted as they were written. */
  hours: v.nullable(Text(500)),
  /** Null where there is no picture. One with a face or a plate on it is refused, and deleted at once. */
  photo: v.nullable(v.picklist(['accept', 'refuse'], 'value')),
});
export type OnSiteDecision = v.InferOutput<typeof OnSiteDecision>;

export const OnSiteDecisions = v.strictObject({
  decisions: v.pipe(v.array(OnSiteDecision, 'type'), v.minLength(1, 'required'), v.maxLength(MAX_STATIONS, 'too-long')),
});
