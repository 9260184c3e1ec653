/** Stations as the union's staff verify and import them. */
import * as v from 'valibot';
import { Text } from '../identity';
import { Day, FileInput } from '../wire';

export const VerifyRequest = v.strictObject({ date: Day, by: Text(60) });
export const StationImportRequest = v.strictObject({
  file: FileInput,
  write: v.optional(v.boolean('type'), false),
  skipBad: v.optional(v.boolean('type'), false),
});
