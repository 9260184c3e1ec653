/** The people of registrations: opened with their own keys, for as long as the answer takes. */
import type { SignUpSource } from '@yugong/domain/roster/wire';
import { HOUR } from '@yugong/domain/time';
import { keyed } from '../../crypto/ids';
import { ApiProblem } from '../../kernel/problem';
import { accountOf } from '../../services/accounts';
import { readPerson } from '../../services/registrations';
import type { FaultLog } from '../../kernel/account';
import { mapInTurns } from '../../kernel/turns';
import type { NoticeRow, RegistrationRow } from '../../kernel/schema';
import type { ScopedContext } from '../context';
import { storeOf } from './scoped';

/** Whole numbers that one member of staff may look for within an hour: more than a desk needs, and too few to guess with. */
const NUMBER_SEARCHES = 60;

/** @throws `too-many-requests` */
export async function limitNumberSearches({ scoped, tools }: ScopedContext): Promise<void> {
  const bucket = keyed(tools.secrets.blind, 'number-searches', scoped.staffId);
  if ((await storeOf(scoped).hit({ bucket, window: HOUR })) > NUMBER_SEARCHES)
    throw new ApiProblem('too-many-requests', [], 600);
}

export type OpenedPerson = ReturnType<typeof readPerson> & { source: SignUpSource };

/** More parameters than any engine is glad of. */
const AT_ONCE = 500;

const sourceOf = (kind: string | undefined): SignUpSource =>
  kind === 'wechat' || kind === 'staff' ? kind : kind === 'device' ? 'browser' : 'gone';

/** @param rows from {@link Scoped}, so that they are in scope */
export async function peopleOf(
  { scoped, tools }: ScopedContext,
  rows: readonly Pick<RegistrationRow, 'id' | 'account_id' | 'sealed'>[],
  log: FaultLog,
): Promise<Map<string, OpenedPerson>> {
  const ids = [...new Set(rows.map(({ account_id }) => account_id))];
  const keys = new Map<string, { kid: string; wrapped: string; kind: string }>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = await storeOf(scoped)
      .read.selectFrom('account_keys')
      .innerJoin('accounts', 'accounts.id', 'account_keys.account_id')
      .select(['account_keys.account_id', 'account_keys.kid', 'account_keys.wrapped', 'accounts.kind'])
      .where('account_keys.account_id', 'in', ids.slice(at, at + AT_ONCE))
      .execute();
    for (const { account_id, ...key } of some) keys.set(account_id, key);
  }
  const opened = await mapInTurns(rows, (row): [string, OpenedPerson] => {
    const key = keys.get(row.account_id);
    if (!key) return [row.id, { person: null, team: null, family: null, unreadable: false, source: 'gone' }];
    const account = accountOf(tools, { account_id: row.account_id, id: null, ...key });
    return [row.id, { ...readPerson(account, row, log), source: sourceOf(key.kind) }];
  });
  return new Map(opened);
}

/**
 * Whom notices are to: the people of registrations, and of sign-ups that staff have to settle.
 *
 * @returns by the registration's or the held sign-up's id; only those in scope
 */
export async function peopleBehind(
  context: ScopedContext,
  notices: readonly Pick<NoticeRow, 'registration_id' | 'held_id'>[],
  log: FaultLog,
): Promise<Map<string, OpenedPerson>> {
  const { scoped } = context;
  const registered = notices.flatMap(({ registration_id: id }) => id ?? []);
  const held = notices.flatMap(({ held_id: id }) => id ?? []);
  const columns = ['id', 'account_id', 'sealed'] as const;
  const rows = [
    ...(registered.length === 0
      ? []
      : await scoped.registrations().select(columns).where('registrations.id', 'in', registered).execute()),
    ...(held.length === 0
      ? []
      : await storeOf(scoped)
          .read.selectFrom('held_registrations')
          .select(columns)
          .where('id', 'in', held)
          .where('session_id', 'in', scoped.sessions().select('sessions.id'))
          .execute()),
  ];
  return peopleOf(context, rows, log);
}
