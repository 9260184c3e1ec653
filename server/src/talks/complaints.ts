/** Complaints, suggestions and requests to be called back, as their author and the union's staff read them. */
import * as v from 'valibot';
import { restDaysOf } from '@yugong/content/rest-days';
import { dayAt, type Day } from '@yugong/domain/calendar';
import { complaintDue, complaintNumber } from '@yugong/domain/complaint';
import { callBackTimes, type ComplaintWire, type SentComplaintWire } from '@yugong/domain/complaint/wire';
import { readJson } from '@yugong/domain/narrow/json';
import { isoAt } from '@yugong/domain/time';
import type { Account } from '../kernel/account';
import type { Service } from '../kernel/context';
import type { ComplaintRow, LegalAidMessageRow } from '../kernel/schema';
import { mapInTurns } from '../kernel/turns';
import { messagesOf, messagesOnWire, type TalkKind } from './changes';

export const complaintTalk: TalkKind = {
  requests: 'complaints',
  messages: 'complaint_messages',
  name: 'complaint',
  notice: 'complaint-answer',
};

/** What its author wrote. */
const PersonalComplaint = v.object({
  text: v.string(),
  phone: v.nullable(v.string()),
  callAt: v.nullable(v.picklist(callBackTimes)),
});
type PersonalComplaint = v.InferOutput<typeof PersonalComplaint>;

const complaintContext = (id: string): string => `complaint|${id}`;

export const sealComplaint = (account: Account, id: string, complaint: PersonalComplaint): string =>
  account.seal(JSON.stringify(complaint), complaintContext(id));

const openComplaint = (account: Account, { id, sealed }: Pick<ComplaintRow, 'id' | 'sealed'>): PersonalComplaint =>
  readJson(PersonalComplaint, account.unseal(sealed, complaintContext(id)));

/** Until when what comes in now has to be answered, by the days off that are published now. */
export const answerByOf = ({ content, answerWithin, now }: Pick<Service, 'content' | 'answerWithin' | 'now'>): Day =>
  complaintDue(dayAt(now()), answerWithin, restDaysOf(content.dataset().holidays));

/** What every answer about a complaint says of it. */
export const sentComplaint = ({
  id,
  status,
  answer_by,
  created_at,
}: Pick<ComplaintRow, 'id' | 'status' | 'answer_by' | 'created_at'>): SentComplaintWire => ({
  id,
  number: complaintNumber(id, Number(created_at)),
  status,
  answerBy: answer_by,
  createdAt: isoAt(Number(created_at)),
});

/**
 * A complaint with its talk, in the clear.
 *
 * @param account the author's, whose key opens it
 */
export function complaintOnWire(
  row: ComplaintRow,
  messages: readonly LegalAidMessageRow[],
  account: Account,
): ComplaintWire {
  const { kind, page, adcode, updated_at } = row;
  return {
    ...sentComplaint(row),
    ...openComplaint(account, row),
    kind,
    page,
    adcode,
    updatedAt: isoAt(Number(updated_at)),
    messages: messagesOnWire(complaintTalk, row.id, messages, account),
  };
}

/** Each is opened with its whole talk. */
const COMPLAINTS_AT_ONCE = 2;

/** Everything an account has sent, the latest first. */
export async function complaintsOf(service: Pick<Service, 'store'>, account: Account): Promise<ComplaintWire[]> {
  const rows = await service.store.read
    .selectFrom('complaints')
    .selectAll()
    .where('account_id', '=', account.id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const ids = rows.map(({ id }) => id);
  const messages = await messagesOf(service, complaintTalk, ids);
  return mapInTurns(rows, (row) => complaintOnWire(row, messages, account), COMPLAINTS_AT_ONCE);
}
