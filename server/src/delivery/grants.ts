/**
 * Somebody's yes to messages of WeChat's: kept, with the sealed openid, for one thing of theirs (a registration, a sign-up
 * that staff have to settle, a request, a report, an alert, a due reminder) and while it is good.
 */
import { templateKinds, type TemplateKind } from '@yugong/domain/notice';
import { sql } from 'kysely';
import { keyed } from '../crypto/ids';
import type { Account } from '../kernel/account';
import type { Service } from '../kernel/context';
import type { NoticeRow, WechatGrantRow } from '../kernel/schema';
import { statement, type Statement } from '../kernel/store';
import { audit } from '../services/accounts';

/** Somebody who says yes again and again has so many messages to come at most. */
const MOST = 5;

export const grantContext = (subjectId: string, kind: TemplateKind): string => `message|${subjectId}|${kind}`;

/** A person as receipts name them, by a hash that only the service makes. */
export const recipientOf = ({ secrets }: Pick<Service, 'secrets'>, openidOrPhone: string): string =>
  keyed(secrets.blind, 'recipient', openidOrPhone);

/** Keeps that the account's owner said yes to a message of each kind about one registration or request. */
export async function grantMessages(
  service: Pick<Service, 'store' | 'secrets' | 'now'>,
  account: Account,
  subjectId: string,
  openid: string,
  kinds: readonly TemplateKind[],
): Promise<void> {
  const { store, now } = service;
  const rows = kinds.map((kind) =>
    statement(
      store.read
        .insertInto('wechat_grants')
        .values({
          subject_id: subjectId,
          template_kind: kind,
          account_id: account.id,
          sealed: account.seal(openid, grantContext(subjectId, kind)),
          recipient: recipientOf(service, openid),
          remaining: 1,
          created_at: now(),
        })
        .onConflict((c) =>
          c.columns(['subject_id', 'template_kind']).doUpdateSet((eb) => ({
            sealed: eb.ref('excluded.sealed'),
            recipient: eb.ref('excluded.recipient'),
            remaining: sql<number>`case when wechat_grants.remaining < ${MOST} then wechat_grants.remaining + 1 else wechat_grants.remaining end`,
          })),
        ),
    ),
  );
  await store.write(rows, [audit(account.id, 'messages.granted', { kinds: kinds.join(' ') })]);
}

/** The kinds that a message may still come of, about one registration or request. */
export async function grantedKinds({ store }: Pick<Service, 'store'>, subjectId: string): Promise<TemplateKind[]> {
  const rows = await store.read
    .selectFrom('wechat_grants')
    .select('template_kind')
    .where('subject_id', '=', subjectId)
    .execute();
  return templateKinds.filter((kind) => rows.some((row) => row.template_kind === kind));
}

/** The yes by which a notice may go out: to what it is about, or, of a station's report, to any that she sent of it. */
export function grantFor(
  { store: { read } }: Pick<Service, 'store'>,
  accountId: string,
  { registration_id, held_id, request_id, alert_id, station_id }: NoticeRow,
  kind: TemplateKind,
): Promise<WechatGrantRow | undefined> {
  const grants = read
    .selectFrom('wechat_grants')
    .selectAll()
    .where('template_kind', '=', kind)
    .where('account_id', '=', accountId);
  const reports = read
    .selectFrom('station_reports')
    .select('id')
    .where('account_id', '=', accountId)
    .where('station_id', '=', station_id ?? '');
  const subject = registration_id ?? held_id ?? request_id ?? alert_id;
  return (subject === null ? grants.where('subject_id', 'in', reports) : grants.where('subject_id', '=', subject))
    .orderBy('created_at')
    .executeTakeFirst();
}

/** What was agreed to of one thing, as agreed to of another that it has become; the openid is sealed anew for that. */
export async function movedGrants(
  service: Pick<Service, 'store'>,
  account: Account,
  { from, to }: { from: string; to: string },
): Promise<Statement[]> {
  const { read } = service.store;
  const rows = await read
    .selectFrom('wechat_grants')
    .selectAll()
    .where('subject_id', '=', from)
    .where('account_id', '=', account.id)
    .execute();
  return rows.flatMap((row) => {
    const openid = openidOf(account, row);
    const moved =
      openid === null
        ? []
        : [{ ...row, subject_id: to, sealed: account.seal(openid, grantContext(to, row.template_kind)) }];
    return [
      ...moved.map((one) =>
        statement(
          read
            .insertInto('wechat_grants')
            .values(one)
            .onConflict((c) => c.doNothing()),
        ),
      ),
      statement(deleteOf(service, row)),
    ];
  });
}

/** Null where what was sealed can't be read any more: then nothing can be sent by it. */
function openidOf(account: Account, { subject_id, template_kind, sealed }: WechatGrantRow): string | null {
  try {
    return account.unseal(sealed, grantContext(subject_id, template_kind));
  } catch {
    return null;
  }
}

type GrantKey = Pick<WechatGrantRow, 'subject_id' | 'template_kind'>;

const deleteOf = ({ store }: Pick<Service, 'store'>, { subject_id, template_kind }: GrantKey) =>
  store.read
    .deleteFrom('wechat_grants')
    .where('subject_id', '=', subject_id)
    .where('template_kind', '=', template_kind);

/** A yes was used: with the last one the openid goes. */
export function spendGrant(service: Pick<Service, 'store'>, grant: GrantKey): Statement[] {
  const { subject_id, template_kind } = grant;
  const less = service.store.read
    .updateTable('wechat_grants')
    .set(({ eb }) => ({ remaining: eb('remaining', '-', 1) }))
    .where('subject_id', '=', subject_id)
    .where('template_kind', '=', template_kind);
  return [statement(less), statement(deleteOf(service, grant).where('remaining', '<', 1))];
}

/** Nothing comes of it any more: whose openid it was is forgotten. */
export const forgetGrants = ({ store }: Pick<Service, 'store'>, subjectId: string): Statement =>
  statement(store.read.deleteFrom('wechat_grants').where('subject_id', '=', subjectId));

/** WeChat says that there is no yes any more. */
export const dropGrant = (service: Pick<Service, 'store'>, grant: GrantKey): Statement =>
  statement(deleteOf(service, grant));

/** Somebody took back, in WeChat's own settings, the yes to a kind of messages. */
export async function refuseMessages(
  service: Pick<Service, 'store' | 'secrets'>,
  openid: string,
  kind: TemplateKind,
): Promise<void> {
  const drop = service.store.read
    .deleteFrom('wechat_grants')
    .where('recipient', '=', recipientOf(service, openid))
    .where('template_kind', '=', kind);
  await service.store.write([statement(drop)]);
}
