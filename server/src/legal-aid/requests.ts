/** Requests for legal aid as their sender and the union's staff read them, and the letters about them. */
import { dayAt } from '@yugong/domain/calendar';
import { isUrgent } from '@yugong/domain/legal-aid';
import { sayLetter } from '@yugong/domain/legal-aid/words';
import type { LegalAidWire, LetterWire } from '@yugong/domain/legal-aid/wire';
import { isoAt } from '@yugong/domain/time';
import type { Service } from '../kernel/context';
import type { Account } from '../kernel/account';
import { mapInTurns } from '../kernel/turns';
import type { LegalAidMessageRow, LegalAidRow } from '../kernel/schema';
import { statement } from '../kernel/store';
import {
  afterUnion,
  answerNotice,
  byStaff,
  insertMessage,
  messagesOf,
  messagesOnWire,
  updateOpen,
  type CaseChange,
  type TalkKind,
} from '../talks/changes';

const requestContext = (id: string): string => `legal-aid|${id}`;

/** The talk about requests for legal aid. */
export const legalAidTalk: TalkKind = {
  requests: 'legal_aid',
  messages: 'legal_aid_messages',
  name: 'legal-aid',
  notice: 'legal-aid-answer',
};

/** What is personal in a request. */
export interface PersonalRequest {
  name: string;
  phone: string;
  text: string;
  bring: string[];
}

export const sealRequest = (account: Account, id: string, request: PersonalRequest): string =>
  account.seal(JSON.stringify(request), requestContext(id));

/** Is it one that can't wait? Needs nothing that is sealed, so that a queue can be sorted by it. */
export const rowIsUrgent = (row: Pick<LegalAidRow, 'status' | 'due_day' | 'created_at'>, now: number): boolean =>
  isUrgent({ status: row.status, dueDay: row.due_day, askedOn: dayAt(Number(row.created_at)) }, dayAt(now));

/** The union's last letter about a request. */
export const supervisionLetterOf = ({
  letter_kind,
  letter_on,
  letter_due,
}: Pick<LegalAidRow, 'letter_kind' | 'letter_on' | 'letter_due'>): LetterWire | null =>
  letter_kind === null || letter_on === null ? null : { kind: letter_kind, sentOn: letter_on, answerBy: letter_due };

/**
 * A row with its talk, in the clear.
 *
 * @param account the sender's, whose key opens it
 */
export function requestOnWire(
  row: LegalAidRow,
  messages: readonly LegalAidMessageRow[],
  account: Account,
  now: number,
): LegalAidWire {
  const {
    bring = [],
    name,
    phone,
    text,
  } = JSON.parse(account.unseal(row.sealed, requestContext(row.id))) as PersonalRequest;
  return {
    id: row.id,
    status: row.status,
    topic: row.topic,
    name,
    phone,
    text,
    bring,
    adcode: row.adcode,
    dueDay: row.due_day,
    urgent: rowIsUrgent(row, now),
    createdAt: isoAt(Number(row.created_at)),
    updatedAt: isoAt(Number(row.updated_at)),
    messages: messagesOnWire(legalAidTalk, row.id, messages, account),
    letter: supervisionLetterOf(row),
  };
}

/** Each is opened with its whole talk. */
const REQUESTS_AT_ONCE = 2;

/** Everything an account has asked, the latest first. */
export async function legalAidOf(service: Pick<Service, 'store' | 'now'>, account: Account): Promise<LegalAidWire[]> {
  const rows = await service.store.read
    .selectFrom('legal_aid')
    .selectAll()
    .where('account_id', '=', account.id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const messages = await messagesOf(
    service,
    legalAidTalk,
    rows.map(({ id }) => id),
  );
  const now = service.now();
  return mapInTurns(rows, (row) => requestOnWire(row, messages, account, now), REQUESTS_AT_ONCE);
}

/** The union sent a letter about it: kept with it, and said to its sender in the talk. */
export function recordLetter(
  writing: Pick<Service, 'store' | 'now'>,
  row: LegalAidRow,
  { letter, account, staff }: { letter: LetterWire; account: Account; staff: string },
): CaseChange {
  const message = insertMessage(writing, legalAidTalk, row.id, 'union', sayLetter(letter), account);
  const { kind, sentOn, answerBy } = letter;
  const update = updateOpen(writing, legalAidTalk, row.id).set({
    status: afterUnion,
    assigned_to: row.assigned_to ?? staff,
    letter_kind: kind,
    letter_on: sentOn,
    letter_due: answerBy,
  });
  return {
    statements: [statement(update, 1), message.statement, answerNotice(writing, legalAidTalk, row)],
    audit: [byStaff(legalAidTalk, staff, 'letter', row)],
  };
}
