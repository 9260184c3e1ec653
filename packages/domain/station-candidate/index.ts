/**
 * A station candidate: what a geocoder, or a volunteer who stands there, says of a station that is published already. It
 * changes nothing before the union that owns the station accepts it, one field at a time.
 */
import * as v from 'valibot';
import { PositionInChongqing } from '../station/record';
import { facilities } from '../station/vocabulary';
import { OneLine, Text } from '../text';
import { Time } from '../wire';

/** Services that turn an address into a position, first the one that is asked first. */
export const geocoderProviders = ['tencent', 'tianditu'] as const;
export type GeocoderProvider = (typeof geocoderProviders)[number];

const FacilityList = v.pipe(v.array(v.picklist(facilities, 'value'), 'type'), v.maxLength(40, 'too-long'));

/** One field of a station with the value that is proposed for it. Positions are degrees of GCJ-02, as records keep them. */
export const CandidateProposal = v.variant('field', [
  v.strictObject({ field: v.literal('position'), value: PositionInChongqing }),
  /** Hours as somebody typed them from the door: plain Chinese, or OpenStreetMap's syntax. */
  v.strictObject({ field: v.literal('hours'), value: v.strictObject({ text: Text(500) }) }),
  /** What is there, and what isn't although one would think so. What is in neither list stays as it is. */
  v.strictObject({
    field: v.literal('facilities'),
    value: v.strictObject({ present: FacilityList, absent: FacilityList }),
  }),
  v.strictObject({ field: v.literal('anyoneMayEnter'), value: v.picklist(['yes', 'no'], 'value') }),
  /** Was it open when somebody stood there? It changes no hours: it is a remark for the clerk. */
  v.strictObject({
    field: v.literal('openNow'),
    value: v.strictObject({ isOpen: v.boolean('type'), remark: v.nullable(OneLine(200)) }),
  }),
]);
export type CandidateProposal = v.InferOutput<typeof CandidateProposal>;
export type CandidateField = CandidateProposal['field'];

/**
 * How exact a geocoder says that its answer is, in our words: `door` a house number, `poi` a named place, `road` a road or
 * a crossing, `area` a town, a village or a neighbourhood, `centre` the seat of a district or of the city.
 */
export const geocodedPrecisions = ['door', 'poi', 'road', 'area', 'centre', 'unknown'] as const;
export type GeocodedPrecision = (typeof geocodedPrecisions)[number];

/** Where a candidate comes from: all that somebody needs who asks later why a station is where it is. */
export const CandidateOrigin = v.variant('by', [
  v.strictObject({
    by: v.literal('geocoder'),
    provider: v.picklist(geocoderProviders),
    /** The address that was asked for, letter by letter. */
    query: v.string(),
    askedAt: Time,
    /** The provider's own status code, such as `0`. */
    status: v.string(),
    precision: v.picklist(geocodedPrecisions),
    /** The provider's own word or figure for its precision. */
    level: v.nullable(v.string()),
    /** The provider's trust in its answer: 1 to 10 with Tencent, 0 to 100 with 天地图. */
    reliability: v.nullable(v.number()),
    /** The address that the provider gives for the position, where it was asked back. */
    address: v.nullable(v.string()),
  }),
  v.strictObject({
    by: v.literal('visit'),
    /** The signed link with which the volunteer came. */
    link: v.string(),
    /** When the volunteer stood there. */
    seenAt: Time,
    /** Of the telephone's position: the radius in metres that it states; null where it states none. */
    accuracy: v.nullable(v.number()),
  }),
]);
export type CandidateOrigin = v.InferOutput<typeof CandidateOrigin>;

/** What speaks against a candidate. The first five refuse it; the others leave it to a person. */
export const candidateDoubts = [
  'outside',
  'swapped',
  'centre',
  'other-district',
  'datum',
  'area',
  'unreliable',
  'elsewhere',
  'unconfirmed',
  'far-from-street',
  'far-from-before',
  'shared-point',
  'inaccurate',
] as const;
export type CandidateDoubt = (typeof candidateDoubts)[number];

/** Nobody decided an `open` one. A `rejected` one without a person was refused by rule. */
export const candidateStates = ['open', 'accepted', 'rejected'] as const;
export type CandidateState = (typeof candidateStates)[number];

/** A candidate to be proposed. */
export interface NewCandidate {
  stationId: string;
  proposal: CandidateProposal;
  origin: CandidateOrigin;
  /** What speaks against it; empty where nothing is known to. */
  doubts: readonly CandidateDoubt[];
  /** Refused by rule: it is kept so that the question isn't asked again, and nobody has to decide it. */
  isRefused?: boolean;
  /**
   * The same for the same observation however often it arrives: a second proposal with it is none.
   *
   * @example `visit|${link}|${stationId}|hours`
   */
  key: string;
}
