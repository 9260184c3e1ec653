/** Free text from people: what is taken, and in which form. */
import * as v from 'valibot';

/** Control characters but newline and tab, marks that turn or hide text, private use, halves of a character. */
const UNWANTED =
  // eslint-disable-next-line no-control-regex -- refusing them is the point
  /\udb40[\udc00-\udfff]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ue000-\uf8ff\ufeff\uffa0\ufff0-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]/;

export const isCleanText = (text: string): boolean => !UNWANTED.test(text);

/** One form for what looks the same; carriage returns as newlines. */
export const tidyText = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC').trim();

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
