/** What staff do for several people of a session at once. Each is done for herself, and of each it is said what came of it. */
import * as v from 'valibot';
import {
  MessagedSeveralWire,
  type CancelledSeveralWire,
  type CancelSeveralRequest,
  type MessageSeveralRequest,
  type MessageWay,
} from '@yugong/domain/roster/wire';
import { ApiProblem, toProblem } from '../../kernel/problem';
import type { RegistrationRow } from '../../kernel/schema';
import { sealNoticeText } from '../../services/notices';
import { throwIfRefused } from '../../services/outcomes';
import { accountsOfOwners } from '../data/accounts';
import { staffFingerprint, staffIdempotentWrite, staffKey, type StaffRequest } from '../data/idempotent-write';
import { messageNotice, wechatReaders } from '../data/notices';
import { peopleOf } from '../data/people';

/**
 * The registrations that staff have ticked, in the order in which they were.
 *
 * @throws `not-found` where one isn't in the session, or isn't there
 */
async function tickedRows(
  { scoped }: StaffRequest,
  sessionId: string,
  ids: readonly string[],
): Promise<RegistrationRow[]> {
  await scoped.session(sessionId);
  const rows = await scoped.registrations().selectAll().where('registrations.id', 'in', ids).execute();
  const of = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].map((id) => {
    const row = of.get(id);
    if (!row) throw new ApiProblem('not-found');
    return row;
  });
}

/**
 * Cancels registrations, each under a key of her own that is made of the request's: sent again after a crash, the request
 * does whoever is left and answers of the others as before. One that was moved meanwhile is `stale`, and nobody's else.
 */
export async function cancelSeveral(
  staffRequest: StaffRequest,
  sessionId: string,
  { ids, onBehalf, reason }: CancelSeveralRequest,
): Promise<CancelledSeveralWire> {
  const { scoped } = staffRequest;
  const rows = await tickedRows(staffRequest, sessionId, ids);
  const owners = await accountsOfOwners(staffRequest, rows);
  const cancel = async (row: RegistrationRow): Promise<CancelledSeveralWire['people'][number]> => {
    const owner = owners.get(row.account_id);
    if (row.session_id !== sessionId) return { registrationId: row.id, problem: 'stale' };
    try {
      throwIfRefused(
        await scoped.submit({
          type: 'cancel',
          key: staffKey(staffRequest, `:${row.id}`),
          fingerprint: staffFingerprint(staffRequest, { onBehalf, reason }),
          registrationId: row.id,
          sessionId,
          accountId: row.account_id,
          by: 'staff',
          staff: scoped.staffId,
          onBehalf,
          ...(reason === null || !owner ? {} : { reason: sealNoticeText(owner, row.id, reason) }),
        }),
      );
      return { registrationId: row.id, problem: null };
    } catch (error) {
      return { registrationId: row.id, problem: toProblem(error).code };
    }
  };
  return { people: await Promise.all(rows.map(cancel)) };
}

/**
 * Writes a message to several people: a notice each, all in one transaction with the request's key, so that a request
 * which is sent again writes to nobody twice.
 *
 * @returns of each whether and where she will see it: that is told, not that she has
 */
export async function messageSeveral(
  staffRequest: StaffRequest,
  sessionId: string,
  { ids, text }: MessageSeveralRequest,
): Promise<MessagedSeveralWire> {
  const { scoped, request } = staffRequest;
  const rows = await tickedRows(staffRequest, sessionId, ids);
  const owners = await accountsOfOwners(staffRequest, rows);
  const people = await peopleOf(staffRequest, rows, request.log);
  const withWechat = await wechatReaders(staffRequest, rows);
  const wayOf = (row: RegistrationRow): MessageWay => {
    if (!owners.has(row.account_id)) return 'erased';
    if (people.get(row.id)?.source === 'staff') return 'no-app';
    if (row.awaits_proof === 1) return 'unproven';
    return withWechat.has(row.id) ? 'wechat' : 'app';
  };
  const ways = rows.map((row) => ({ row, owner: owners.get(row.account_id), way: wayOf(row) }));
  const readers = ways.flatMap(({ row, owner, way }) =>
    owner && (way === 'app' || way === 'wechat') ? [{ row, owner }] : [],
  );
  const answer = { people: ways.map(({ row, way }) => ({ registrationId: row.id, way })) };
  const { body } = await staffIdempotentWrite(staffRequest, { ids, text }, () => ({
    statements: readers.map(({ row, owner }) => messageNotice(staffRequest, row, sealNoticeText(owner, row.id, text))),
    audit: readers.map(({ row }) => scoped.entry('person.messaged', row.id, { session: sessionId })),
    answer: { status: 200, body: answer },
  }));
  return v.parse(MessagedSeveralWire, body);
}
