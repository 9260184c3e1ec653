/** Signing up: what is asked and said, what is kept and sent, and what is never claimed. */
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { demoRules } from '../../server/src/demo/screening-rules';
import { currentConsent } from '@yugong/domain/consent';
import type { ProgrammeWire } from '@yugong/domain/programme/wire';
import type { RegistrationWire } from '@yugong/domain/registration/wire';
import type { SessionWire } from '@yugong/domain/session/wire';
import { DAY } from '@yugong/domain/time';
import { FormView } from '@/features/registration/form/form-view';
import { useSignUpDraft } from '@/features/registration/form/draft';
import { requestBodyOf, correctionOf, firstUnfinished, valuesOf } from '@/features/registration/form/steps';
import { sayReference, describeHeld, describeRegistration } from '@yugong/domain/registration/words';
import { remedyOf, describeSubmission } from '@/features/registration/submission/words';
import { qrDataUri } from '@/features/registration/ticket/qr';
import { aheadBy } from '@/platform/service-time';
import { wholeBody } from '@/platform/outbox';
import { load, stored, type OutboxItem } from '@/platform/storage';
import { residentId } from '../service/support/service';
import { ticketSessionOf } from '../fixtures/tickets';
import { phone } from '../setup/taro';
import { defined } from '@yugong/domain/narrow';

const consent = (purpose: 'registration' | 'health') => ({ ...currentConsent(purpose), hash: 'x' });
const programme: ProgrammeWire = {
  id: 'p',
  kind: 'screening',
  title: '筛查',
  summary: '',
  organiser: '演示工会',
  demo: true,
  fields: ['name', 'phone', 'residentId'],
  limitPerPerson: 1,
  offerMinutes: null,
  sex: 'female',
  age: { min: 35, max: 64 },
  team: null,
  family: null,
  consents: [consent('registration'), consent('health')],
  rules: demoRules,
};
const session = ticketSessionOf({
  id: 's',
  capacity: 3,
  seatsLeft: 2,
  waitlistSize: 1,
  opensAt: '2026-02-09T00:00:00+08:00',
  closesAt: '2026-02-12T21:00:00+08:00',
  cancelUntil: '2026-02-13T03:00:00+08:00',
  startsAt: '2026-02-13T09:00:00+08:00',
  endsAt: '2026-02-13T11:30:00+08:00',
});
const seen = { session, programme };
const values = { name: '演示人', phone: '19900000001', residentId: residentId(1) };
const agreed = programme.consents.map(({ purpose, version }) => `${purpose}@${version}`);

beforeEach(() => useSignUpDraft.getState().clear());

describe('what is sent', () => {
  it('is what the programme asks for, tidied, with each consent', () => {
    const typed = { ...values, phone: '１９９ ００００ ０００１', residentId: residentId(1).replace(/(.{6})/, '$1 ') };
    expect(requestBodyOf({ ...seen, values: typed, agreed })).toEqual({
      person: values,
      consents: programme.consents.map(({ purpose, version }) => ({ purpose, version })),
    });
  });

  it('has no identity number where the programme needs none', () => {
    const event = { session, programme: { ...programme, fields: ['name' as const, 'phone' as const] } };
    expect(requestBodyOf({ ...event, values, agreed }).person).toEqual({ name: '演示人', phone: '19900000001' });
  });

  it('can be put back into the form, without the consents', () => {
    expect(valuesOf(requestBodyOf({ ...seen, values, agreed }), seen)).toEqual(values);
  });

  it('waits for the first thing that is missing', () => {
    expect(firstUnfinished({ ...seen, values: { ...values, phone: '1990000' }, agreed })?.id).toBe('phone');
    expect(firstUnfinished({ ...seen, values, agreed: [] })?.id).toBe('consents');
    expect(firstUnfinished({ ...seen, values, agreed: ['registration@1999-01', 'health@1999-01'] })?.id).toBe(
      'consents',
    );
    expect(firstUnfinished({ ...seen, values, agreed })).toBeNull();
  });

  it('takes no number in a demo that somebody may have', () => {
    const check = (demo: boolean) => {
      const told = {
        session: { ...session, demo },
        programme,
        values: { ...values, residentId: residentId(1, { from: 500_099 }) },
        agreed,
      };
      return firstUnfinished(told)?.check(told)[0]?.text;
    };
    expect(check(true)).toContain('请不要填真实的身份证号');
    expect(check(false)).toBeUndefined();
  });

  it('says before it is sent what the identity number itself speaks against', () => {
    const young = { ...values, residentId: residentId(1, { born: '20010305' }) };
    const man = { ...values, residentId: residentId(1, { female: false }) };
    const check = (given: typeof values) =>
      firstUnfinished({ ...seen, values: given, agreed })?.check({ ...seen, values: given, agreed });
    expect(check(young)?.[0]?.text).toContain('35—64 周岁');
    expect(check(man)?.[0]?.text).toContain('女职工');
  });
});

describe('what the service found wrong', () => {
  it('is said at the field it is about', () => {
    expect(correctionOf([{ pointer: '/person/residentId', code: 'resident-id' }])).toEqual({
      part: 'residentId',
      errors: [{ field: 'residentId', text: '身份证号不对，请核对后再填' }],
    });
  });

  it('leads to the first of several, and to none that this form doesn’t have', () => {
    const faults = [
      { pointer: '/person/residentId', code: 'age' },
      { pointer: '/person/phone', code: 'new-code' },
    ];
    expect(correctionOf(faults)).toEqual({ part: 'phone', errors: [{ field: 'phone', text: '不在可选的范围内' }] });
    expect(correctionOf([{ pointer: '/elsewhere', code: 'type' }])).toBeNull();
  });

  it.each([
    ['session-full', 'other-session'],
    ['session-closed', 'other-session'],
    ['consent-missing', 'consent'],
    ['invalid', 'correct'],
    ['wechat-blocked', 'again'],
  ])('%s is answered with %s', (code, remedy) => expect(remedyOf(code)).toBe(remedy));
});

describe('the form', () => {
  const next = () => userEvent.click(screen.getByText('下一步'));

  it('keeps each keystroke on the phone, and goes on where it was left', async () => {
    const { unmount } = render(<FormView seen={seen} today="2026-02-10" correction={null} />);
    await userEvent.type(screen.getByLabelText('你的姓名'), '演示人');
    await next();
    await userEvent.type(screen.getByLabelText('手机号'), '199');
    unmount();
    expect(load(stored.signUpDraft).values).toEqual({ name: '演示人', phone: '199' });
    render(<FormView seen={seen} today="2026-02-10" correction={null} />);
    expect(screen.getByLabelText('手机号')).toHaveValue('199');
  });

  it('says what is wrong when a field is left, and on going on puts it first', async () => {
    render(<FormView seen={seen} today="2026-02-10" correction={null} />);
    await userEvent.type(screen.getByLabelText('你的姓名'), '3');
    await userEvent.tab();
    expect(screen.getByText('姓名请写汉字，或只用拉丁字母')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
    await next();
    expect(screen.getByRole('alert')).toHaveFocus();
    await userEvent.clear(screen.getByLabelText('你的姓名'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('hands over with the key it was begun with, and then keeps nothing in the form', async () => {
    act(() => useSignUpDraft.getState().change(seen, { agreed }, values));
    const { key } = defined(load(stored.signUpDraft).sessions['s']);
    render(<FormView seen={seen} today="2026-02-10" correction={null} />);
    for (let step = 0; step < 3; step += 1) if (screen.queryByText('下一步')) await next();
    expect(screen.getByText('演示人')).toBeInTheDocument();
    expect(screen.queryByText(values.residentId)).toBeNull();
    await userEvent.click(screen.getByText('提交报名'));
    const [item] = load(stored.outbox);
    expect(item).toMatchObject({ key, kind: 'sign-up', secret: '/person/residentId' });
    expect(JSON.stringify(item)).not.toContain(values.residentId);
    expect(await wholeBody(defined(item))).toMatchObject({ body: { person: values } });
    expect(load(stored.signUpDraft).values).toEqual({});
  });

  it('keeps no identity number in the storage while it is filled in', () => {
    act(() => useSignUpDraft.getState().change(seen, { agreed }, values));
    expect(useSignUpDraft.getState().draft.values).toEqual(values);
    expect(load(stored.signUpDraft).values).toEqual({ name: values.name, phone: values.phone });
  });

  it('says so where the phone can’t keep it, and loses nothing', async () => {
    act(() => useSignUpDraft.getState().change(seen, { agreed, step: 'check' }, values));
    render(<FormView seen={seen} today="2026-02-10" correction={null} />);
    phone.storageFull = true;
    await userEvent.click(screen.getByText('提交报名'));
    expect(screen.getByText(/手机存储已满/)).toBeInTheDocument();
    expect(useSignUpDraft.getState().draft.values).toEqual(values);
  });
});

describe('what is said of a sign-up', () => {
  const item = (progress: OutboxItem['progress'], attempts = 0): OutboxItem => ({
    key: 'k',
    kind: 'sign-up',
    title: 't',
    method: 'POST',
    path: '/',
    body: {},
    createdAt: 0,
    attempts,
    progress,
  });

  it('never claims a place before the service has answered', () => {
    const open = [
      item({ state: 'waiting', until: 0 }),
      item({ state: 'waiting', until: 0 }, 2),
      item({ state: 'sending', stopping: false }, 1),
      item({ state: 'refused', code: 'x', title: '满了', errors: [] }, 1),
      item({ state: 'stopped' }, 1),
    ];
    for (const one of open) {
      const { headline, tone } = describeSubmission(one, true);
      expect(tone).not.toBe('open');
      expect(headline).not.toBe('报名成功');
    }
  });
});

describe('a sign-up that the union has to settle', () => {
  const clock = { now: Date.parse('2026-02-10T10:00:00+08:00'), today: '2026-02-10' };
  const session = { state: 'open' as const };
  it('says until when its number can be proved, and that nothing was kept afterwards', () => {
    const proof = { until: '2026-02-10T10:15:00+08:00', ways: ['sms' as const], phone: '199****0001' };
    const held = { state: 'held' as const, reason: null, session, proof };
    expect(describeHeld(held, clock)).toMatchObject({ state: 'unknown', word: '待验证手机号' });
    expect(describeHeld(held, clock).detail).toContain('10:15');
    expect(describeHeld(held, { ...clock, now: Date.parse(proof.until) })).toMatchObject({
      state: 'closed',
      word: '验证已超时',
    });
  });
  it('claims no place, and says what happens next', () => {
    expect(describeHeld({ state: 'held', reason: null, session }, clock)).toMatchObject({
      state: 'unknown',
      word: '待工会核对',
    });
  });
  it('waits for nobody once its session is called off', () => {
    for (const state of ['held', 'returned'] as const)
      expect(describeHeld({ state, reason: null, session: { state: 'cancelled' } }, clock)).toMatchObject({
        state: 'closed',
        word: '这一场已取消',
      });
  });
  it('says why it was sent back', () => {
    expect(describeHeld({ state: 'returned', reason: '本人说没有换手机', session }, clock)).toEqual({
      state: 'closed',
      word: '未通过核对',
      detail: '本人说没有换手机',
    });
  });
});

describe('a registration in words', () => {
  const row: RegistrationWire = {
    id: '01JD7Q9Z3K4M5N6P7Q8R9S0T1V',
    sessionId: 's',
    programmeId: 'p',
    status: 'waitlist',
    ahead: 2,
    offerUntil: null,
    offerBegun: true,
    displaced: false,
    createdAt: '2026-02-10T12:00:00+08:00',
    updatedAt: '2026-02-10T12:00:00+08:00',
  };
  const clock = { now: Date.parse('2026-02-10T12:00:00+08:00'), today: '2026-02-10' };
  const word = (change: Partial<RegistrationWire>, of: Partial<SessionWire> = {}) =>
    describeRegistration({ ...row, ...change }, { ...session, ...of }, clock).word;

  it('counts those in front', () => expect(word({})).toBe('候补第 3 位'));
  it('says an offer, and that it has lapsed', () => {
    expect(word({ offerUntil: '2026-02-10T13:00:00+08:00' })).toBe('有名额了，请确认');
    expect(word({ offerUntil: '2026-02-10T11:59:59+08:00' })).toBe('确认已超时');
  });
  it('says no deadline before the hold has begun, and nothing of one that never did once the session is over', () => {
    const held = { offerUntil: '2026-02-10T11:59:59+08:00', offerBegun: false };
    expect(word(held)).toBe('有名额了，请确认');
    expect(word(held, { endsAt: '2026-02-10T11:59:00+08:00' })).not.toBe('有名额了，请确认');
  });
  it('says first in line of whom the union took the seat from', () =>
    expect(word({ ahead: 0, displaced: true })).toBe('名额减少，候补第 1 位'));
  it('doesn’t send anybody to a cancelled session', () =>
    expect(word({ status: 'booked' }, { state: 'cancelled' })).toBe('这一场已取消'));
  it('gives the end of its id, in fours', () => expect(sayReference(row.id)).toBe('8R9S 0T1V'));
});

describe('the pass', () => {
  it('is a square of dark on light with four light modules around', () => {
    const svg = decodeURIComponent(defined(qrDataUri('YG1.01JD7Q9Z3K4M5N6P7Q8R9S0T1V.0123456789ABCDEF').split(',')[1]));
    const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
    expect((size - 8 - 17) % 4).toBe(0);
    const starts = [...svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].map((run) => run.slice(1).map(Number));
    expect(starts.length).toBeGreaterThan(100);
    for (const [x = 0, y = 0, length = 0] of starts) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(4);
      expect(Math.max(x + length, y + 1)).toBeLessThanOrEqual(size - 4);
    }
    expect(svg).toContain('fill="#fff"');
  });
});

describe('the service’s time', () => {
  const noon = Date.UTC(2026, 1, 10, 4);
  it.each([
    ['a phone a day behind', 'Tue, 10 Feb 2026 04:00:00 GMT', noon - DAY, 0, 86_400_500],
    ['a phone that is right', 'Tue, 10 Feb 2026 04:00:00 GMT', noon + 900, 400, 0],
    ['an answer without a date', undefined, noon, 0, null],
    ['an answer that was long on its way', 'Tue, 10 Feb 2026 04:00:00 GMT', noon, 60_000, null],
  ])('of %s', (_what, header, asked, took, ahead) => expect(aheadBy(header, asked, asked + took)).toBe(ahead));
});
