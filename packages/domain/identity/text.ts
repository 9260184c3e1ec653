/** Free text from people. */

/** Control characters but newline and tab, marks that turn or hide text, private use, halves of a character. */
const UNWANTED =
  // eslint-disable-next-line no-control-regex -- refusing them is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufff0-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]/;

export const isCleanText = (text: string): boolean => !UNWANTED.test(text);

/** One form for what looks the same; carriage returns as newlines. */
export const tidyText = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC').trim();
