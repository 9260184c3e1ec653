/** A programme and a session of today, made as a clerk makes them; and people who sign up as the phone's app does. */
import { DAY, MINUTE } from '@yugong/domain/time';
import { consents, residentId } from '../../service/support/service';
import { statement } from '../../../server/src/kernel/store';
import { member } from '../../service/staff/support';
import type { TestService } from '../../service/support/service';

/** A service to make it in, with a console on it or not. */
type On = { test: TestService };

export interface MadeSession {
  id: string;
  programmeId: string;
  /** In milliseconds. */
  endsAt: number;
}

const iso = (at: number): string => new Date(Math.round(at / MINUTE) * MINUTE).toISOString();

/** @param inDays 0: it began half an hour ago, so the door is open and sign-up still is */
export async function makeSession(
  { test }: On,
  {
    programme,
    inDays = 0,
    capacity = 30,
    title = '演示筛查',
    offerMinutes = null,
  }: { programme?: string; inDays?: number; capacity?: number; title?: string; offerMinutes?: number | null } = {},
): Promise<MadeSession> {
  const { token } = await member(test, ['administrator']);
  const ask = async (line: string, body: unknown): Promise<{ id: string }> => {
    const answer = await test.ask(line.replace(' ', ' /api/v1/staff'), { token, body });
    if (answer.statusCode >= 300) throw new Error(`${line}: ${answer.statusCode} ${answer.body}`);
    return answer.json();
  };
  const programmeId =
    programme ??
    (
      await ask('POST /programmes', {
        organisation: 'demo',
        adcode: null,
        kind: 'screening',
        title: '演示两癌筛查',
        summary: '给测试用的项目。',
        organiser: '演示工会',
        limitPerPerson: null,
        offerMinutes,
        fields: ['name', 'phone', 'residentId'],
        sex: 'female',
        age: { min: 35, max: 64 },
        consents: ['registration', 'health'],
        rules: null,
      })
    ).id;
  const start = Date.now() + inDays * DAY + 30 * MINUTE;
  const { id } = await ask('POST /sessions', {
    programmeId,
    title,
    place: '演示医院一楼',
    adcode: '500103',
    note: null,
    capacity,
    waitlistSize: 5,
    opensAt: iso(Date.now() - 2 * MINUTE),
    closesAt: iso(start - 5 * MINUTE),
    cancelUntil: iso(start - 10 * MINUTE),
    startsAt: iso(start),
    endsAt: iso(start + 120 * MINUTE),
  });
  return { id, programmeId, endsAt: start + 120 * MINUTE };
}

/** As if so many minutes had passed for it: it has begun, or is over. */
export async function moveIntoPast({ test }: On, session: string, minutes: number): Promise<void> {
  const { store } = test.service;
  const ms = minutes * MINUTE;
  const update = store.read
    .updateTable('sessions')
    .set(({ eb }) => ({
      opens_at: eb('opens_at', '-', ms),
      closes_at: eb('closes_at', '-', ms),
      cancel_until: eb('cancel_until', '-', ms),
      starts_at: eb('starts_at', '-', ms),
      ends_at: eb('ends_at', '-', ms),
    }))
    .where('id', '=', session);
  await store.write([statement(update, 1)]);
}

/** She signs up with her phone. @returns her registration and, where she has a seat, her pass's code */
export async function signUpPerson(
  { test }: On,
  session: string,
  serial: number,
  name = '演示阿姨',
): Promise<{ registrationId: string; code: string; token: string }> {
  const token = await test.login();
  const person = { name, phone: `199${String(serial).padStart(8, '0')}`, residentId: residentId(serial) };
  const body = { person, consents: consents('registration', 'health') };
  const answer = await test.ask(`POST /api/v1/sessions/${session}/registrations`, { token, body });
  if (answer.statusCode !== 201 && answer.statusCode !== 202)
    throw new Error(`sign-up: ${answer.statusCode} ${answer.body}`);
  const { id } = answer.json<{ id: string }>();
  const pass = await test.ask(`GET /api/v1/me/registrations/${id}/pass`, { token });
  return { registrationId: id, code: pass.json<{ code: string }>().code, token };
}

/** Lets people in at another door, by their passes. */
export async function checkInAtSecondDoor({ test }: On, session: string, codes: readonly string[]): Promise<void> {
  const { token } = await member(test, ['check-in']);
  const at = new Date().toISOString();
  const checkIns = codes.map((code, n) => ({ id: `two-${session.slice(-8)}-${n}`, at, how: 'scan', code }));
  const body = { device: '二号门', checkIns };
  const answer = await test.ask(`POST /api/v1/staff/sessions/${session}/check-ins`, { token, body });
  if (answer.statusCode !== 200) throw new Error(`check-ins: ${answer.statusCode} ${answer.body}`);
}
