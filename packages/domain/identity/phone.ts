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
