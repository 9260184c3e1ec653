/** What may be typed into a form about a person, shared by the app and the service. Codes, not words. */
import * as v from 'valibot';
import { isName, tidyName } from './name';
import { isPhone, tidyPhone } from './phone';
import { readResidentId, tidyResidentId } from './resident-id';
import { isCleanText, tidyText } from './text';

/** A string without control or invisible characters, at most `length` long. */
export const Text = (length: number) =>
  v.pipe(
    v.string('type'),
    v.maxLength(length * 2, 'too-long'),
    v.check(isCleanText, 'characters'),
    v.transform(tidyText),
    v.nonEmpty('required'),
    v.maxLength(length, 'too-long'),
  );

/** The same in one line: what a list, a message or a calendar shows as a name. */
export const OneLine = (length: number) =>
  v.pipe(
    Text(length),
    v.check((text) => !/[\n\t]/.test(text), 'characters'),
  );

export const Name = v.pipe(
  v.string('type'),
  v.maxLength(200, 'too-long'),
  v.check(isCleanText, 'characters'),
  v.transform(tidyName),
  v.nonEmpty('required'),
  v.check(isName, 'name'),
);

export const Phone = v.pipe(
  v.string('type'),
  v.maxLength(40, 'too-long'),
  v.transform(tidyPhone),
  v.nonEmpty('required'),
  v.check(isPhone, 'phone'),
);

export const ResidentId = v.pipe(
  v.string('type'),
  v.maxLength(40, 'too-long'),
  v.transform(tidyResidentId),
  v.nonEmpty('required'),
  v.check((id) => readResidentId(id) !== null, 'resident-id'),
);
