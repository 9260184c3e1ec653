export * from './application';
export * from './evidence';
export * from './narrative';
export * from './parties';

const LINE = /^(身份证件号码：)[＿\s]*$/m;

/**
 * The application with the number in its own line. The text itself, which a draft may keep, never has the number.
 *
 * @param idNumber empty where the line stays a blank to be filled in by hand
 * @example withIdNumber('身份证件号码：＿＿＿＿', '').endsWith('＿') // true
 */
export const withIdNumber = (text: string, idNumber: string): string =>
  idNumber === '' ? text : text.replace(LINE, (_, label: string) => `${label}${idNumber}`);
