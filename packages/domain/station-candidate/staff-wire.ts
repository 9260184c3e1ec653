/** Candidates of a union's stations, as the console lists and decides them. */
import * as v from 'valibot';
import { positionDatums, StationForm } from '../station/staff-wire';
import { Adcode, WireId } from '../wire';
import { AngleInDegrees, pageEntries } from '../wire/staff';
import {
  candidateDoubts,
  CandidateOrigin,
  CandidateProposal,
  candidateStates,
  geocoderProviders,
  type CandidateField,
} from '.';

const fields = [
  'position',
  'hours',
  'facilities',
  'anyoneMayEnter',
  'openNow',
] as const satisfies readonly CandidateField[];

export const CandidatesQuery = v.strictObject({
  /** Left out: those that nobody decided. `refused`: those that a rule refused. */
  show: v.optional(v.picklist(['open', 'clear', 'doubtful', 'decided', 'refused'], 'value')),
  field: v.optional(v.picklist(fields, 'value')),
  adcode: v.optional(Adcode),
  ...pageEntries,
});
export type CandidatesQuery = v.InferOutput<typeof CandidatesQuery>;

const Position = v.object({ lng: v.number(), lat: v.number() });

export const StaffCandidateWire = v.object({
  id: v.string(),
  stationId: v.string(),
  /** Null where the station was taken down since. */
  station: v.nullable(
    v.object({
      title: v.string(),
      adcode: v.nullable(v.string()),
      address: v.nullable(v.string()),
      /** AngleInDegrees of GCJ-02; null where it has none. */
      location: v.nullable(Position),
      hours: v.nullable(v.string()),
      facilities: StationForm.entries.facilities,
      anyoneMayEnter: StationForm.entries.anyoneMayEnter,
      /** Goes back with a decision: where somebody changed the station since, nothing is accepted. */
      version: v.string(),
    }),
  ),
  proposal: CandidateProposal,
  origin: CandidateOrigin,
  doubts: v.array(v.picklist(candidateDoubts)),
  state: v.picklist(candidateStates),
  /** Of a position: metres to the centre of the station's district; null where that isn't known. */
  metresToSeat: v.nullable(v.number()),
  createdAt: v.string(),
  decidedAt: v.nullable(v.string()),
  /** A colleague's name; null where nobody decided it, or a rule did. */
  decidedBy: v.nullable(v.string()),
});
export type StaffCandidateWire = v.InferOutput<typeof StaffCandidateWire>;

export const StaffCandidatesWire = v.object({
  total: v.number(),
  next: v.nullable(v.string()),
  candidates: v.array(StaffCandidateWire),
  /** Open ones, in one's scope. */
  counts: v.object({ open: v.number(), clear: v.number() }),
  /** One's stations without a position, and how many of them have an address to ask for. */
  missing: v.object({ stations: v.number(), withAddress: v.number() }),
  /** Null where the operator has no key of a geocoder. */
  geocoding: v.nullable(
    v.object({
      perDay: v.number(),
      providers: v.array(v.object({ provider: v.picklist(geocoderProviders), askedToday: v.number() })),
    }),
  ),
});
export type StaffCandidatesWire = v.InferOutput<typeof StaffCandidatesWire>;

const Version = v.pipe(v.string('type'), v.maxLength(64, 'too-long'));

export const CandidateDecision = v.strictObject({
  decision: v.picklist(['accept', 'reject'], 'value'),
  /** The station's version when it was looked at; null where it had been taken down. */
  seen: v.nullable(Version),
  /** Where it really is, if somebody moves the proposed position and accepts it there. */
  moved: v.optional(
    v.strictObject({ lng: AngleInDegrees, lat: AngleInDegrees, datum: v.picklist(positionDatums, 'value') }),
  ),
});
export type CandidateDecision = v.InferOutput<typeof CandidateDecision>;

/** Accepts several at once, of which nothing speaks against any. `seen`: by candidate, its station's version. */
export const CandidatesAcceptance = v.strictObject({
  ids: v.pipe(v.array(WireId, 'type'), v.minLength(1, 'required'), v.maxLength(200, 'too-long')),
  seen: v.record(v.string(), Version),
});
export type CandidatesAcceptance = v.InferOutput<typeof CandidatesAcceptance>;

export const GeocodeRequest = v.strictObject({ adcode: v.nullable(Adcode) });

/** What a job of looking positions up came to, by stations. */
export const GeocodeResultWire = v.object({
  total: v.number(),
  clear: v.number(),
  doubtful: v.number(),
  refused: v.number(),
  nothing: v.number(),
  /** Asked for by an earlier job. */
  before: v.number(),
  /** Not asked for, or without an answer. */
  left: v.number(),
  /** Providers that were asked no more, and why. */
  stopped: v.array(
    v.object({
      provider: v.picklist(geocoderProviders),
      because: v.picklist(['day-over', 'refused']),
      status: v.string(),
    }),
  ),
});
