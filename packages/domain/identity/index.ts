/** Who somebody is: name, telephone number and resident identity number as they may be typed into a form. Codes, not words. */
import * as v from 'valibot';
import { isName, tidyName } from './name';
import { readResidentId, tidyResidentId } from './resident-id';
import { isCleanText } from '../text';

export * from './name';
export * from './resident-id';

/** Mobile numbers of the mainland, as they are compared and stored: eleven digits. */
export const tidyPhone = (text: string): string =>
  text
    .replace(/[０-９＋]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s-]/g, '')
    .replace(/^(\+?86)(?=1\d{10}$)/, '');

export const isPhone = (text: string): boolean => /^1[3-9]\d{9}$/.test(text);

/** @example maskPhone('19900000000') // '199****0000' */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** The four that a clinic's list shows of an identity number. */
export const maskResidentId = (id: string): string => `${'*'.repeat(Math.max(0, id.length - 4))}${id.slice(-4)}`;

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
