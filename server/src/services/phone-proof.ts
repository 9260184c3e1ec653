/**
 * A telephone number is proved by a code that was sent to it, or by WeChat's word. Six digits can be guessed, and each
 * costs money: tries and requests are counted by number, account and device, and a code is kept as a keyed hash only.
 */
import { randomInt } from 'node:crypto';
import type { HeldCause, Prove, Register } from '@yugong/domain/registration';
import type { Person } from '@yugong/domain/person';
import { DAY, HOUR, isoAt, MINUTE } from '@yugong/domain/time';
import { isSameSecret, keyed, lookupKey, newId } from '../crypto/ids';
import { recipientOf } from '../delivery/grants';
import { correctCount, countOne } from '../delivery/usage';
import type { Account } from '../kernel/account';
import { idempotentWrite, storedResponse, type StoredResponse } from '../kernel/idempotent-write';
import type { OperationContext } from '../kernel/operation';
import { ApiProblem } from '../kernel/problem';
import type { HeldRow } from '../kernel/schema';
import { statement } from '../kernel/store';
import { handOver, heldAnswer } from './held';
import { throwIfRefused } from './outcomes';
import {
  ownPhoneColumn,
  ownRegistration,
  readPerson,
  registrationWire,
  sealPerson,
  type SignedUp,
} from './registrations';

const CODE_TIME = 10 * MINUTE;
/** The next code can be asked for after so long. */
const CODE_PAUSE = MINUTE;
const PAUSE_SECONDS = CODE_PAUSE / 1000;
const TRIES_A_CODE = 5;

/** Codes and tries within an hour and a day: a number may be a stranger's, and an account or a device cost nothing. */
const MOST = {
  codes: { hour: 3, day: 6 },
  accountCodes: { hour: 6, day: 12 },
  deviceCodes: { hour: 6, day: 12 },
  tries: { hour: 15, day: 30 },
} as const;

type Counted = keyof typeof MOST;
type Context = OperationContext<{ id: string }, unknown, unknown>;

/** @throws `codes-too-many` where one of them is over its limit; none is named, so that nobody learns of others' codes */
async function limit(service: Context['service'], counted: readonly [Counted, string | null][]): Promise<void> {
  const { store, secrets } = service;
  for (const [what, whose] of counted) {
    if (whose === null) continue;
    for (const [span, window] of [
      ['hour', HOUR],
      ['day', DAY],
    ] as const) {
      const hits = await store.hit({ bucket: keyed(secrets.blind, 'phone-code', what, span, whose), window });
      if (hits > MOST[what][span]) throw new ApiProblem('codes-too-many', [], PAUSE_SECONDS);
    }
  }
}

/** The account's own sign-up that waits for a proof. @throws `not-found`; `proof-expired` where its time is over */
async function waiting({ service, account, params, request }: Context) {
  const row = await service.store.read
    .selectFrom('held_registrations')
    .selectAll()
    .where('id', '=', params.id)
    .where('account_id', '=', account.id)
    .where('state', '=', 'held')
    .where('proof_until', 'is not', null)
    .where('proved_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new ApiProblem('not-found');
  if (Number(row.proof_until) <= service.now()) throw new ApiProblem('proof-expired');
  const { person, team, family } = readPerson(account, row, request.log);
  if (!person) throw new ApiProblem('not-found');
  return { row, person, team, family };
}

const codeKey = ({ secrets }: Context['service'], row: HeldRow, code: string): string =>
  keyed(secrets.blind, 'phone-code', row.id, code);

/**
 * Sends a code to the number that was typed, through the adapter, ceilings and cost counter of all SMS.
 *
 * @throws `code-off` where no codes are sent here, `codes-too-many`, `code-not-sent`
 */
export async function sendCode(context: Context): Promise<StoredResponse> {
  const { service, account } = context;
  const { store, sms } = service;
  const before = await storedResponse(context, null);
  if (before) return before;
  if (!sms?.sendsCodes) throw new ApiProblem('code-off');
  const { row, person } = await waiting(context);
  const at = service.now();
  const earlier = await store.read
    .selectFrom('phone_codes')
    .select('sent_at')
    .where('held_id', '=', row.id)
    .executeTakeFirst();
  if (earlier && Number(earlier.sent_at) > at - CODE_PAUSE) throw new ApiProblem('codes-too-many', [], PAUSE_SECONDS);
  await limit(service, [
    ['codes', person.phone],
    ['accountCodes', account.id],
    ['deviceCodes', row.device_key],
  ]);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const kept = {
    account_id: account.id,
    code_key: codeKey(service, row, code),
    tries: 0,
    sent_at: at,
    expires_at: at + CODE_TIME,
  };
  const answer = {
    status: 200,
    body: { expiresAt: isoAt(at + CODE_TIME), againAt: isoAt(at + CODE_PAUSE) },
  };
  const save = store.read
    .insertInto('phone_codes')
    .values({ held_id: row.id, ...kept })
    .onConflict((c) =>
      c
        .column('held_id')
        .doUpdateSet(kept)
        .where('phone_codes.sent_at', '<=', at - CODE_PAUSE),
    );
  // Before it is sent: its receipt may be quicker than the carrier's answer.
  const message = {
    id: newId(at),
    account_id: account.id,
    recipient: recipientOf(service, person.phone),
    provider_id: null,
    sent_at: at,
  };
  const note = store.read.insertInto('code_messages').values(message);
  const { hour, day, month } = countOne(service, at, sms.ceilings);
  const written = await idempotentWrite(
    context,
    null,
    () => ({
      statements: [statement(save, 1), statement(note), hour, day, month],
      audit: [{ actor: `account:${account.id}`, action: 'code.sent', subject: row.id, detail: {} }],
      answer,
    }),
    { onConflict: () => Promise.resolve(new ApiProblem('code-not-sent', [], PAUSE_SECONDS)) },
  );
  // The same request twice at once: the other one sends it.
  if (written !== answer) return written;
  const handover = await sms.send({
    kind: 'code',
    code,
    minutes: CODE_TIME / MINUTE,
    phone: person.phone,
    reference: '',
  });
  // An answer that got lost may be of a message that arrives all the same.
  if (handover.result === 'unknown') return written;
  const taken = handover.result === 'accepted';
  const change = { sent: taken ? 0 : -1, segments: taken ? handover.segments : 0 };
  const forget = [
    statement(store.read.deleteFrom('phone_codes').where('held_id', '=', row.id).where('sent_at', '=', at)),
    statement(store.read.deleteFrom('code_messages').where('id', '=', message.id)),
  ];
  const number = store.read
    .updateTable('code_messages')
    .set({ provider_id: taken ? handover.providerId : null })
    .where('id', '=', message.id);
  await store.write([...correctCount(service, at, change), ...(taken ? [statement(number)] : forget)]);
  if (taken) return written;
  if (handover.result === 'refused') console.error(JSON.stringify({ delivery: 'sms', refused: handover.code }));
  throw new ApiProblem('code-not-sent', [], PAUSE_SECONDS);
}

/** @throws `code-expired` where there is none, or it was tried too often; `code-wrong` */
async function checkCode(context: Context, row: HeldRow, person: Person, code: string): Promise<void> {
  const { service } = context;
  const { read } = service.store;
  await limit(service, [['tries', person.phone]]);
  // Counted first: however many are tried at once, each is one of the five.
  const count = read
    .updateTable('phone_codes')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .where('held_id', '=', row.id)
    .where('tries', '<', TRIES_A_CODE)
    .where('expires_at', '>', service.now());
  if (!(await service.store.write([statement(count, 1)])).done) throw new ApiProblem('code-expired');
  const sent = await read.selectFrom('phone_codes').select('code_key').where('held_id', '=', row.id).executeTakeFirst();
  if (!sent || !isSameSecret(sent.code_key, codeKey(service, row, code))) throw new ApiProblem('code-wrong');
}

/**
 * Settles a sign-up by a proof of its number: it is booked, joins the waiting list, or takes over the place that another
 * account made for the same person with the same number. Where that place has another number, staff settle it.
 *
 * @throws `code-wrong`, `code-expired`, `phone-differs`, `proof-expired`, and the engine's refusals
 */
export async function proveNumber(
  context: Context,
  proof: { code: string } | { wechatCode: string },
): Promise<StoredResponse> {
  const { service, account } = context;
  const before = await storedResponse(context, proof);
  if (before) return before;
  const { row, ...signedUp } = await waiting(context);
  if ('code' in proof) await checkCode(context, row, signedUp.person, proof.code);
  else if ((await service.wechat.phone(proof.wechatCode)) !== signedUp.person.phone)
    throw new ApiProblem('phone-differs');
  const { cause, ...answer } = await settle(service, account, { row, ...signedUp });
  const { read } = service.store;
  const isForStaff = answer.status === 202;
  const proved = read
    .updateTable('held_registrations')
    .set({ proved_at: service.now(), cause })
    .where('id', '=', row.id);
  const gone = read.deleteFrom('held_registrations').where('id', '=', row.id);
  return idempotentWrite(context, proof, () => ({
    statements: [
      isForStaff ? statement(proved) : statement(gone),
      statement(read.deleteFrom('phone_codes').where('held_id', '=', row.id)),
    ],
    audit: [{ actor: `account:${account.id}`, action: 'registration.proved', subject: row.id, detail: {} }],
    answer,
  }));
}

interface Proved extends SignedUp {
  row: HeldRow;
}

/** @returns the answer, and for what reason staff have to look at it where that is 202 */
async function settle(
  service: Context['service'],
  account: Account,
  proved: Proved,
): Promise<StoredResponse & { cause: HeldCause }> {
  const { row } = proved;
  if (row.registration_id !== null) {
    const outcome = await service.store.submit({ command: proveCommand(service, row, row.registration_id) });
    if (outcome.result !== 'refused')
      return { ...(await granted(service, account, row.registration_id)), cause: row.cause };
  }
  const registrationId = newId(service.now());
  const command: Register = {
    type: 'register',
    // Of this sign-up and its time: sent twice, it is made once.
    key: lookupKey(service.secrets.blind, 'proved', row.id, String(row.proof_until)),
    fingerprint: row.id,
    registrationId,
    sessionId: row.session_id,
    accountId: account.id,
    activeKey: row.active_key,
    limitKey: row.limit_key,
    phoneKey: row.phone_key,
    deviceKey: row.device_key,
    proven: true,
  };
  const outcome = throwIfRefused(
    await service.store.submit({
      command,
      load: {
        sealed: sealPerson(account, registrationId, proved),
        own_phone: ownPhoneColumn(proved),
        consents: row.consents,
        numberKey: row.number_key,
      },
    }),
  );
  if (outcome.result === 'held') return { ...(await claim(service, account, proved)), cause: outcome.cause ?? 'claim' };
  if (!('registrationId' in outcome)) throw new ApiProblem('internal');
  return { ...(await granted(service, account, outcome.registrationId)), cause: row.cause };
}

const proveCommand = (service: Context['service'], row: HeldRow, registrationId: string): Prove => ({
  type: 'prove',
  key: lookupKey(service.secrets.blind, 'proved', row.id, registrationId),
  fingerprint: row.id,
  registrationId,
  sessionId: row.session_id,
  accountId: row.account_id,
  by: 'owner',
});

async function granted(service: Context['service'], account: Account, id: string): Promise<StoredResponse> {
  const row = await ownRegistration(service, account, id);
  return { status: 200, body: { ...(await registrationWire(service, row)), mine: true } };
}

/** The place that another account made: hers who has its telephone, and of nobody who only knows its number. */
async function claim(service: Context['service'], account: Account, proved: Proved): Promise<StoredResponse> {
  const { row, person } = proved;
  const there = await service.store.read
    .selectFrom('registrations')
    .selectAll()
    .where('active_key', '=', row.active_key)
    .executeTakeFirst();
  if (!there || there.phone_key === null || there.phone_key !== row.phone_key)
    return { status: 202, body: { ...heldAnswer(service, row, person), proof: null } };
  const hers = { sealed: sealPerson(account, there.id, proved), own_phone: ownPhoneColumn(proved) };
  if (!(await service.store.write(handOver(service, row, there, hers))).done) throw new ApiProblem('busy');
  if (there.awaits_proof === 1)
    throwIfRefused(await service.store.submit({ command: proveCommand(service, row, there.id) }));
  return granted(service, account, there.id);
}
