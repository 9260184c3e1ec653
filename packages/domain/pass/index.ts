/**
 * The code on a person's pass: short enough for a small QR code in its alphanumeric mode, and worthless but
 * together with the registration it names. `YG1.<registration>.<proof>`.
 */

/** Crockford's base 32 of the id and the proof: no I, L, O, U to misread when typed. */
const PASS = /^YG1\.([0-9A-HJKMNP-TV-Z]{26})\.([0-9A-HJKMNP-TV-Z]{16})$/;

export interface PassParts {
  registrationId: string;
  proof: string;
}

/** What the proof is made over: a pass dies when the registration is moved or changed. */
export const passSubject = (registration: { id: string; sessionId: string; createdAt: number }): string =>
  ['pass', registration.id, registration.sessionId, registration.createdAt].join('|');

export const writePass = ({ registrationId, proof }: PassParts): string => `YG1.${registrationId}.${proof}`;

/** Reads a scanned or typed code; null where it is none. Typed lower case and look-alikes are understood. */
export function readPass(code: string): PassParts | null {
  const tidy = code.trim().toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  const [, registrationId, proof] = PASS.exec(tidy) ?? [];
  return registrationId !== undefined && proof !== undefined ? { registrationId, proof } : null;
}
