/** One station as the console's form has it, and the list of a union's own. */
import * as v from 'valibot';
import { MAX_PICTURES } from '../picture';
import { OneLine, Text } from '../text';
import { RecordPublishedWire } from '../publication/staff-wire';
import { Adcode, WireId } from '../wire';
import { AngleInDegrees, pageEntries } from '../wire/staff';
import { anyoneStates, entryWays, facilities, stationKinds } from './vocabulary';

/** The datums in which clerks have positions: of 高德 and 腾讯, of 百度, of a GPS receiver or 天地图. */
export const positionDatums = ['GCJ02', 'BD09', 'WGS84'] as const;

const MAX_LIST = 40;
const PictureId = v.pipe(v.string('type'), v.maxLength(64, 'too-long'));
const optional = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema);

/** What a clerk typed and chose. Whatever she left empty is null and is taken away. */
export const StationForm = v.strictObject({
  title: OneLine(60),
  aliases: v.pipe(v.array(OneLine(60), 'type'), v.maxLength(10, 'too-long')),
  kind: v.picklist(stationKinds, 'value'),
  adcode: Adcode,
  street: optional(OneLine(40)),
  address: optional(OneLine(200)),
  floor: optional(OneLine(30)),
  /** AngleInDegrees as she has them, with the datum that they are in; kept in GCJ-02. */
  position: optional(
    v.strictObject({ lng: AngleInDegrees, lat: AngleInDegrees, datum: v.picklist(positionDatums, 'value') }),
  ),
  /** Hours as she writes them: plain Chinese, or OpenStreetMap's syntax. */
  hours: optional(Text(500)),
  /** She has looked whether hours that she didn't change still hold, so that they count as of today. */
  hoursChecked: v.boolean('type'),
  hoursNote: optional(OneLine(200)),
  entry: v.pipe(v.array(v.picklist(entryWays, 'value'), 'type'), v.maxLength(MAX_LIST, 'too-long')),
  access: optional(OneLine(200)),
  anyoneMayEnter: v.picklist(anyoneStates, 'value'),
  facilities: v.pipe(v.array(v.picklist(facilities, 'value'), 'type'), v.maxLength(MAX_LIST, 'too-long')),
  phone: optional(OneLine(40)),
  note: optional(OneLine(500)),
  /** The pictures that stay, by their ids; absent of an older console, which takes none down. */
  pictures: v.optional(v.pipe(v.array(PictureId, 'type'), v.maxLength(MAX_PICTURES, 'too-long'))),
});
export type StationForm = v.InferOutput<typeof StationForm>;

const Version = v.pipe(v.string('type'), v.maxLength(64, 'too-long'));

/** A station written or changed by hand, to be looked at or published. */
export const StationPublication = v.strictObject({
  /** Null where it is new. */
  id: v.nullable(WireId),
  form: StationForm,
  /** Its version when the form was opened, null where it is new: if it changed since, nothing is published. */
  seen: v.nullable(Version),
  /** Only says what would change and what is at fault. */
  preview: v.boolean('type'),
});

/** What came of it. A fault's `field` is the form's. */
export const StationPublishedWire = v.object({
  ...RecordPublishedWire.entries,
  id: v.string(),
  /** The hours that were understood, in plain Chinese; null where there are none or they aren't understood. */
  hours: v.nullable(v.string()),
  /** What to look at before publishing: a station of the same name or at the same spot. Nothing keeps it from being published. */
  notes: v.array(v.string()),
});
export type StationPublishedWire = v.InferOutput<typeof StationPublishedWire>;

/** Hours as they were understood, or why they weren't. */
export const HoursSaidWire = v.object({
  hours: v.nullable(v.string()),
  notes: v.array(v.string()),
  fault: v.nullable(v.object({ message: v.string(), expected: v.string() })),
});
export const HoursQuery = v.strictObject({ text: Text(500) });

export const StationsQuery = v.strictObject({
  text: v.optional(v.pipe(v.string('type'), v.maxLength(60, 'too-long'))),
  adcode: v.optional(Adcode),
  ...pageEntries,
});

/** One's own stations as they are served now, in the order of the records. */
export const StaffStationsWire = v.object({
  total: v.number(),
  next: v.nullable(v.string()),
  stations: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      kind: v.string(),
      adcode: v.nullable(v.string()),
      address: v.nullable(v.string()),
      hours: v.nullable(v.string()),
      hasPosition: v.boolean(),
      verifiedAt: v.nullable(v.string()),
    }),
  ),
});
export type StaffStationsWire = v.InferOutput<typeof StaffStationsWire>;

/** A station opened in the form. */
export const StaffStationWire = v.object({
  id: v.string(),
  version: v.string(),
  form: StationForm,
  /** Can the service get the mini-program code of its page? */
  hasMiniCode: v.boolean(),
});
export type StaffStationWire = v.InferOutput<typeof StaffStationWire>;
