/** What somebody agreed to, as long as something is kept on the strength of it. */
import { consentTexts, nameOperator } from '@yugong/domain/consent';
import type { GivenConsentWire } from '@yugong/domain/consent/wire';
import { isoAt } from '@yugong/domain/time';
import type { Service } from '../kernel/context';
import type { Account } from '../kernel/account';

interface StoredConsent {
  purpose: string;
  version: string;
  at: number;
  /** Who was named in the text; absent in records of before any was. */
  operator?: string | null;
}

/** Each purpose and version once, the earliest first; withdrawn ones are gone with what they were for. */
export async function givenConsents({ store }: Service, account: Account): Promise<GivenConsentWire[]> {
  const [registrations, requests, dueReminders] = await Promise.all([
    store.read
      .selectFrom('registrations')
      .select(['consents', 'status'])
      .where('account_id', '=', account.id)
      // Erased: nothing is kept on the strength of it.
      .where('sealed', 'is not', null)
      .execute(),
    store.read.selectFrom('legal_aid').select('consents').where('account_id', '=', account.id).execute(),
    store.read.selectFrom('due_reminders').select('consents').where('account_id', '=', account.id).execute(),
  ]);
  const found = new Map<string, { at: number; operator: string | null; registrations: number; requests: number }>();
  const count = (consents: string, counts: { registrations: number; requests: number }): void => {
    for (const { purpose, version, at, operator = null } of JSON.parse(consents) as StoredConsent[]) {
      const known = found.get(`${purpose}@${version}`) ?? { at, operator, registrations: 0, requests: 0 };
      found.set(`${purpose}@${version}`, {
        at: Math.min(known.at, at),
        operator: known.operator,
        registrations: known.registrations + counts.registrations,
        requests: known.requests + counts.requests,
      });
    }
  };
  for (const { consents, status } of registrations)
    count(consents, { registrations: status === 'cancelled' ? 0 : 1, requests: 0 });
  for (const { consents } of requests) count(consents, { registrations: 0, requests: 1 });
  for (const { consents } of dueReminders) count(consents, { registrations: 0, requests: 0 });
  return consentTexts
    .flatMap((text) => {
      const given = found.get(`${text.purpose}@${text.version}`);
      return given ? [{ text, given }] : [];
    })
    .sort((a, b) => a.given.at - b.given.at)
    .map(({ text, given: { operator, ...counts } }) => ({
      ...nameOperator(text, operator),
      ...counts,
      at: isoAt(counts.at),
    }));
}
