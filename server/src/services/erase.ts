/** Taking one's data back: what was agreed to is withdrawn, what was given is destroyed. */
import type { Purpose } from '@yugong/domain/consent/wire';
import { lookupKey, newId } from '../crypto/ids';
import { defined } from '@yugong/domain/narrow';
import type { Service } from '../kernel/context';
import type { StaffNoteRow } from '../kernel/schema';
import { statement, type Statement } from '../kernel/store';
import { audit } from './accounts';
import { deleteNotices } from './notices';

/** Takes away what staff noted for each other about somebody or something. */
const deleteNotes = (
  { store: { read } }: Pick<Service, 'store'>,
  about: Partial<Pick<StaffNoteRow, 'account_id' | 'subject' | 'subject_id'>>,
): Statement[] => {
  let notes = read.deleteFrom('staff_notes');
  if (about.account_id !== undefined) notes = notes.where('account_id', '=', about.account_id);
  if (about.subject !== undefined) notes = notes.where('subject', '=', about.subject);
  if (about.subject_id !== undefined) notes = notes.where('subject_id', '=', about.subject_id);
  return [statement(notes)];
};

/** Gives up every place an account holds, whatever the cutoff: nobody is kept by a deadline. */
export async function cancelAll(
  { store }: Pick<Service, 'store'>,
  accountId: string,
  only?: string[],
): Promise<number> {
  const rows = await store.read
    .selectFrom('registrations')
    .select(['id', 'session_id'])
    .where('account_id', '=', accountId)
    .where('status', '!=', 'cancelled')
    .execute();
  const wanted = rows.filter(({ id }) => !only || only.includes(id));
  const outcomes = await Promise.all(
    wanted.map(({ id, session_id }) =>
      store.submit({
        command: {
          type: 'cancel',
          key: null,
          fingerprint: '',
          registrationId: id,
          sessionId: session_id,
          accountId,
          by: 'service',
        },
      }),
    ),
  );
  const stale = outcomes.some((one) => one.result === 'refused' && one.refusal === 'stale');
  return stale ? cancelAll({ store }, accountId, only) : wanted.length;
}

/**
 * Deletes an account. Its key goes with it, so whatever of it is left anywhere (a log, a backup) cannot be read by
 * anybody; then the files are cleaned as well. What is left is a keyed hash of its id: where an older copy of the
 * database is put back, it tells that this account isn't to come back with it ({@link eraseReturned}).
 *
 * @returns false where a file can't be cleaned yet because somebody reads it; that is tried until it is done
 */
export async function deleteAccount(service: Service, accountId: string): Promise<boolean> {
  const { store, now } = service;
  const { read } = store;
  const mine = read.selectFrom('legal_aid').select('id').where('account_id', '=', accountId);
  const complaints = read.selectFrom('complaints').select('id').where('account_id', '=', accountId);
  const own = read.selectFrom('registrations').select('id').where('account_id', '=', accountId);
  // First nobody may come in any more, then everything goes.
  await store.write([
    statement(read.updateTable('logins').set({ revoked_at: now() }).where('account_id', '=', accountId)),
  ]);
  await cancelAll(service, accountId);
  await store.write(
    [
      statement(read.deleteFrom('account_keys').where('account_id', '=', accountId)),
      statement(read.deleteFrom('legal_aid_messages').where('request_id', 'in', mine)),
      statement(read.deleteFrom('legal_aid').where('account_id', '=', accountId)),
      statement(read.deleteFrom('complaint_messages').where('request_id', 'in', complaints)),
      statement(read.deleteFrom('complaints').where('account_id', '=', accountId)),
      statement(
        read
          .updateTable('station_reports')
          .set({ account_id: null, sealed: null, reply: null })
          .where('account_id', '=', accountId),
      ),
      // When she came and what became of it is hers as well.
      statement(read.deleteFrom('check_ins').where('registration_id', 'in', own)),
      statement(read.deleteFrom('outcomes').where('registration_id', 'in', own)),
      ...deleteNotes(service, { account_id: accountId }),
      statement(read.deleteFrom('staff_notes').where('subject_id', 'in', own)),
      statement(read.deleteFrom('held_registrations').where('account_id', '=', accountId)),
      statement(read.deleteFrom('phone_codes').where('account_id', '=', accountId)),
      statement(read.deleteFrom('code_messages').where('account_id', '=', accountId)),
      statement(read.deleteFrom('reminders').where('account_id', '=', accountId)),
      statement(
        read
          .updateTable('registrations')
          .set({ account_id: '', sealed: null, consents: '[]', number_key: null })
          .where('account_id', '=', accountId),
      ),
      statement(read.deleteFrom('consent_withdrawals').where('account_id', '=', accountId)),
      ...deleteNotices(service, { account_id: accountId }),
      statement(read.deleteFrom('deliveries').where('account_id', '=', accountId)),
      statement(read.deleteFrom('wechat_grants').where('account_id', '=', accountId)),
      statement(read.deleteFrom('push_days').where('account_id', '=', accountId)),
      statement(read.deleteFrom('session_alerts').where('account_id', '=', accountId)),
      statement(read.deleteFrom('due_reminders').where('account_id', '=', accountId)),
      statement(read.deleteFrom('logins').where('account_id', '=', accountId)),
      statement(read.deleteFrom('accounts').where('id', '=', accountId)),
      statement(
        read
          .insertInto('erased_accounts')
          .values({ id: erasedId(service, accountId), at: now() })
          .onConflict((c) => c.doNothing()),
      ),
    ],
    [audit(accountId, 'account.deleted')],
  );
  return store.scrub();
}

const erasedId = ({ secrets }: Pick<Service, 'secrets'>, accountId: string): string =>
  lookupKey(secrets.blind, 'erased', accountId);

/**
 * Deletes again what came back with an older copy of the database: accounts without a key that were deleted after the
 * copy was made. Their places would be held by nobody.
 */
export async function eraseReturned(service: Service): Promise<number> {
  const { store } = service;
  const keyless = await store.read
    .selectFrom('accounts')
    .leftJoin('account_keys', 'account_keys.account_id', 'accounts.id')
    .select('accounts.id')
    .where('account_keys.account_id', 'is', null)
    .limit(1000)
    .execute();
  let erased = 0;
  for (const { id } of keyless) {
    const known = await store.read
      .selectFrom('erased_accounts')
      .select('id')
      .where('id', '=', erasedId(service, id))
      .executeTakeFirst();
    if (!known) continue;
    await deleteAccount(service, id);
    erased += 1;
  }
  return erased;
}

/** Takes back an agreement: what rests on it ends, and what was given for it is destroyed. */
export async function withdrawConsent(service: Service, accountId: string, purpose: Purpose): Promise<number> {
  const { store, now } = service;
  const { read } = store;
  const at = now();
  const record = statement(
    read.insertInto('consent_withdrawals').values({ id: newId(at), account_id: accountId, purpose, at }),
  );
  const entry = audit(accountId, 'consent.withdrawn', { purpose });
  if (purpose === 'legal-aid') {
    const mine = read.selectFrom('legal_aid').select('id').where('account_id', '=', accountId);
    const { changes } = (await store.write(
      [
        record,
        statement(read.deleteFrom('legal_aid_messages').where('request_id', 'in', mine)),
        statement(read.deleteFrom('wechat_grants').where('subject_id', 'in', mine)),
        statement(read.deleteFrom('legal_aid').where('account_id', '=', accountId)),
        ...deleteNotes(service, { account_id: accountId, subject: 'legal-aid' }),
        ...deleteNotices(service, { account_id: accountId, kind: 'legal-aid-answer' }),
      ],
      [entry],
    )) as { changes: number[] };
    await store.scrub();
    return defined(changes[3]);
  }
  if (purpose === 'due-reminder') {
    const written = await store.write(
      [
        record,
        statement(
          read
            .deleteFrom('wechat_grants')
            .where(
              'subject_id',
              'in',
              read.selectFrom('due_reminders').select('id').where('account_id', '=', accountId),
            ),
        ),
        statement(read.deleteFrom('due_reminders').where('account_id', '=', accountId)),
        ...deleteNotices(service, { account_id: accountId, kind: 'due-again' }),
      ],
      [entry],
    );
    await store.scrub();
    return written.done ? (written.changes[2] ?? 0) : 0;
  }
  const rows = await read
    .selectFrom('registrations')
    .select(['id', 'consents'])
    .where('account_id', '=', accountId)
    .where('sealed', 'is not', null)
    .execute();
  const resting = rows
    .filter(({ consents }) => (JSON.parse(consents) as { purpose: string }[]).some((one) => one.purpose === purpose))
    .map(({ id }) => id);
  await cancelAll(service, accountId, resting);
  const forget = read.updateTable('registrations').set({ sealed: null }).where('account_id', '=', accountId);
  const outcomes = resting.map((id) => statement(read.deleteFrom('outcomes').where('registration_id', '=', id)));
  const reminders = resting.map((id) => statement(read.deleteFrom('reminders').where('registration_id', '=', id)));
  const grants = resting.map((id) => statement(read.deleteFrom('wechat_grants').where('subject_id', '=', id)));
  const notices = resting.flatMap((id) => deleteNotices(service, { registration_id: id }));
  // What waits to be settled rests on the same agreement.
  const held = statement(
    read
      .deleteFrom('held_registrations')
      .where('account_id', '=', accountId)
      .where('consents', 'like', `%"purpose":"${purpose}"%`),
  );
  await store.write(
    [
      record,
      held,
      ...resting.map((id) => statement(forget.where('id', '=', id))),
      ...outcomes,
      ...resting.flatMap((id) => deleteNotes(service, { subject_id: id })),
      ...reminders,
      ...grants,
      ...notices,
    ],
    [entry],
  );
  await store.scrub();
  return resting.length;
}
