/** What was agreed to, gathered from one's registrations. */
import { consentTexts, type Purpose } from '@/domain/consent';
import type { RegistrationDetail } from '../answers';

export interface GivenConsent {
  purpose: Purpose;
  version: string;
  title: string;
  text: string;
  /** When it was given first, ISO 8601. */
  at: string;
  /** How many registrations that still count rest on it. */
  registrations: number;
}

/** Each purpose and version once; withdrawn ones are gone with what they were for. */
export function givenConsents(registrations: readonly RegistrationDetail[]): GivenConsent[] {
  const found = new Map<string, GivenConsent>();
  for (const { consents, status, person } of registrations) {
    // Erased: nothing is kept on the strength of it.
    if (person === null) continue;
    for (const { purpose, version, at } of consents) {
      const text = consentTexts.find((one) => one.purpose === purpose && one.version === version);
      if (!text) continue;
      const known = found.get(`${purpose}@${version}`);
      const counts = status === 'cancelled' ? 0 : 1;
      found.set(`${purpose}@${version}`, {
        ...text,
        at: known && known.at < at ? known.at : at,
        registrations: (known?.registrations ?? 0) + counts,
      });
    }
  }
  return [...found.values()];
}
