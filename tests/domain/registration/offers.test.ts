/** Offers of the waiting list: when a hold begins, what staff decide where nobody could be told, and who comes first. */
import { instantOf, HOUR, MINUTE } from '@yugong/domain/time';
import type { ProgrammeRules, Session } from '@yugong/domain/registration';
import {
  adjustCommand,
  admitCommand,
  cancelCommand,
  correctCommand,
  deliverCommand,
  idOf,
  moveCommand,
  registerCommand,
  settleCommand,
} from './commands';
import { session, World } from './world';

const at = (time: string, day = '2026-12-01'): number => instantOf(day, time);
const rules = (offerMinutes: number | null = 120): ProgrammeRules => ({
  limitPerPerson: 1,
  offerMinutes,
  peopleLimit: null,
});
const december = (fields: Partial<Session> = {}): Session =>
  session({
    capacity: 1,
    waitlistSize: 5,
    opensAt: at('08:00', '2026-11-01'),
    closesAt: at('18:00', '2026-12-08'),
    cancelUntil: at('18:00', '2026-12-08'),
    startsAt: at('09:00', '2026-12-10'),
    endsAt: at('12:00', '2026-12-10'),
    rules: rules(),
    ...fields,
  });

/** `a` has the only seat, the others wait in their order. */
function waitingWorld(people = ['a', 'b', 'c', 'd'], fields: Partial<Session> = {}) {
  const world = new World([december(fields), december({ id: 's2' })]);
  const ids = new Map(
    people.map((who) => [who, idOf(world.run([registerCommand(who)], at('09:00', '2026-11-02')).outcomes[0])]),
  );
  const id = (who: string): string => ids.get(who) ?? '';
  return {
    world,
    id,
    row: (who: string) => world.rows.get(id(who)),
    result: (...commands: Parameters<World['run']>[0]) => world.run(commands, now()).outcomes[0],
  };
}

let clock = 0;
const now = (): number => clock;
/** `a` gave her seat up at this time. */
function offering(time: string, fields: Partial<Session> = {}) {
  const made = waitingWorld(undefined, fields);
  clock = at(time);
  made.world.run([cancelCommand('a', made.id('a'))], clock);
  return made;
}

describe('an offer', () => {
  it('holds its seat without a deadline until it was delivered', () => {
    const { world, row, result } = offering('10:00');
    expect(row('b')).toMatchObject({ status: 'waitlist', offerUntil: december().startsAt, passOnFrom: at('12:00') });
    clock = at('20:00', '2026-12-05');
    world.run([{ type: 'expire', key: null, fingerprint: '', sessionId: 's1' }], clock);
    expect(row('b')).toMatchObject({ status: 'waitlist', offerUntil: december().startsAt });
    expect(result(registerCommand('z'))).toMatchObject({ result: 'waitlist', ahead: 2 });
  });

  it.each([
    ['10:00', at('12:00')],
    ['20:30', at('09:30', '2026-12-02')],
    ['23:00', at('10:00', '2026-12-02')],
    ['03:00', at('10:00')],
  ])('delivered at %s has its whole time outside the quiet hours', (time, until) => {
    const { world, id, row } = offering('00:30');
    world.run([deliverCommand('b', id('b'))], at(time));
    expect(row('b')).toMatchObject({ offerUntil: until, passOnFrom: null });
    // Delivered again by another channel, it is not longer.
    world.run([deliverCommand('b', id('b'))], at(time) + MINUTE);
    expect(row('b')).toMatchObject({ offerUntil: until });
  });

  it('ends at the latest when the session begins, and not at all where it was never delivered', () => {
    const { world, id, row, result } = offering('10:00');
    clock = december().startsAt - HOUR;
    world.run([deliverCommand('b', id('b'))], clock);
    expect(row('b')?.offerUntil).toBe(december().startsAt);
    const other = offering('10:00');
    clock = december().startsAt + MINUTE;
    other.world.run([deliverCommand('b', other.id('b'))], clock);
    expect(other.row('b')).toMatchObject({ status: 'waitlist', passOnFrom: at('12:00') });
    expect(other.result(moveCommand('b', other.id('b'), 's1', 's1'))).toMatchObject({ result: 'booked' });
    expect(result(moveCommand('b', id('b'), 's1', 's1'))).toMatchObject({ refusal: 'not-active' });
  });

  it('is accepted by moving to the same session, delivered or not', () => {
    const { id, row, result } = offering('10:00');
    expect(result(moveCommand('b', id('b'), 's1', 's1'))).toMatchObject({ result: 'booked' });
    expect(row('b')).toMatchObject({ status: 'booked', offerUntil: null, passOnFrom: null });
    expect(result(moveCommand('b', id('b'), 's1', 's1'))).toMatchObject({ result: 'unchanged' });
  });

  it('lapses on time once delivered and goes to the next, whatever command comes first', () => {
    const { world, id, row, result } = offering('10:00');
    world.run([deliverCommand('b', id('b'))], clock);
    clock = at('12:00');
    expect(result(moveCommand('b', id('b'), 's1', 's1'))).toEqual({ result: 'refused', refusal: 'not-active' });
    expect(row('b')).toMatchObject({ status: 'cancelled', cancelCause: 'lapsed' });
    expect(row('c')).toMatchObject({ status: 'waitlist', passOnFrom: at('14:00') });
  });
});

describe('an offer that could not be delivered in time', () => {
  it('waits for what staff decide, and cannot be passed on before its time', () => {
    const { world, id, row, result } = offering('20:00');
    expect(row('b')?.passOnFrom).toBe(at('09:00', '2026-12-02'));
    clock = at('08:59', '2026-12-02');
    expect(result(settleCommand('b', id('b'), 'next'))).toEqual({ result: 'refused', refusal: 'offer-not-due' });
    clock = at('09:00', '2026-12-02');
    expect(result(settleCommand('b', id('b'), 'wait'))).toMatchObject({ result: 'offered' });
    expect(row('b')?.passOnFrom).toBe(at('11:00', '2026-12-02'));
    world.run([deliverCommand('b', id('b'))], clock);
    clock = at('10:59', '2026-12-02');
    expect(result(settleCommand('b', id('b'), 'next'))).toEqual({ result: 'refused', refusal: 'offer-not-due' });
  });

  it('passed on, leaves the person first in line after who got it', () => {
    const { id, row, result, world } = offering('10:00');
    clock = at('12:00');
    expect(result(settleCommand('b', id('b'), 'next'))).toMatchObject({ result: 'passed-on', status: 'waitlist' });
    expect([row('b')?.offerUntil, row('c')?.passOnFrom]).toEqual([null, at('14:00')]);
    expect(world.faults(clock)).toEqual([]);
    clock = at('12:30');
    world.run([cancelCommand('c', id('c'))], clock);
    expect(row('b')).toMatchObject({ status: 'waitlist', passOnFrom: at('14:30') });
    expect(row('d')).toMatchObject({ offerUntil: null });
  });

  it('is kept where nobody else waits', () => {
    const made = waitingWorld(['a', 'b']);
    clock = at('10:00');
    made.world.run([cancelCommand('a', made.id('a'))], clock);
    clock = at('13:00');
    expect(made.result(settleCommand('b', made.id('b'), 'next'))).toEqual({
      result: 'refused',
      refusal: 'nobody-waiting',
    });
    expect(made.row('b')?.offerUntil).not.toBeNull();
  });
});

describe('who lost a booked seat', () => {
  const displaced = () => {
    const made = waitingWorld(['a', 'b', 'c', 'd'], { capacity: 2, nextQueueNumber: 1 });
    clock = at('10:00');
    made.world.run([adjustCommand(1, [made.id('b')])], clock);
    return made;
  };

  it('is first in line, keeps her time of booking and is booked again without being asked', () => {
    const { world, id, row } = displaced();
    expect(row('b')).toMatchObject({
      status: 'waitlist',
      offerUntil: null,
      displacedAt: clock,
      queueNumber: 2,
      createdAt: at('09:00', '2026-11-02'),
    });
    const { happenings } = world.run([cancelCommand('a', id('a'))], clock);
    expect(row('b')).toMatchObject({ status: 'booked', displacedAt: null });
    expect(happenings.map(({ type }) => type)).toEqual(['cancelled', 'promoted']);
  });

  it('comes before an offer that is passed on, and before who holds an earlier number', () => {
    const { world, id, row } = displaced();
    world.run([admitCommand('d', id('d'), { addSeat: true })], clock);
    // The last in line has the newest seat; it is taken from her again.
    world.run([adjustCommand(1, [id('d')])], clock);
    world.run([cancelCommand('b', id('b')), cancelCommand('a', id('a'))], clock);
    expect([row('d')?.status, row('c')?.status]).toEqual(['booked', 'waitlist']);
  });

  it('who only held an offer goes back to her own turn', () => {
    const { world, id, row } = waitingWorld(['a', 'b', 'c', 'd'], { capacity: 2 });
    clock = at('10:00');
    world.run([cancelCommand('b', id('b'))], clock);
    world.run([adjustCommand(1, [id('c')])], clock);
    expect(row('c')).toMatchObject({ status: 'waitlist', offerUntil: null, passOnFrom: null, displacedAt: null });
    world.run([adjustCommand(2)], clock);
    expect([row('c')?.offerUntil, row('d')?.offerUntil]).toEqual([december().startsAt, null]);
  });
});

describe('staff give a seat out of turn', () => {
  it('only where there is one, or with one more', () => {
    const { world, id, row, result } = waitingWorld();
    clock = at('10:00');
    expect(result(admitCommand('c', id('c')))).toEqual({ result: 'refused', refusal: 'full' });
    expect(result(admitCommand('c', id('c'), { addSeat: true }))).toMatchObject({ result: 'booked', status: 'booked' });
    expect(world.sessions.get('s1')).toMatchObject({ capacity: 2, held: 2, waiting: 2 });
    expect(row('b')?.status).toBe('waitlist');
    expect(result(admitCommand('c', id('c'), { addSeat: true }))).toEqual({ result: 'refused', refusal: 'not-active' });
  });

  it('or an offer, which has to be delivered like any other', () => {
    const { id, row, result } = waitingWorld();
    clock = at('10:00');
    expect(result(admitCommand('c', id('c'), { as: 'offered', addSeat: true }))).toMatchObject({ result: 'offered' });
    expect(row('c')).toMatchObject({ status: 'waitlist', passOnFrom: at('12:00') });
    expect(result(admitCommand('c', id('c'), { as: 'offered', addSeat: true }))).toMatchObject({ result: 'unchanged' });
    expect(result(admitCommand('c', id('c')))).toMatchObject({ result: 'booked' });
  });

  it('no offer where the programme books at once, and nothing for an owner who asks', () => {
    const { id, result } = waitingWorld(undefined, { rules: rules(null) });
    clock = at('10:00');
    for (const fields of [{ as: 'offered' as const }, { by: 'owner' as const }])
      expect(result(admitCommand('c', id('c'), { addSeat: true, ...fields }))).toEqual({
        result: 'refused',
        refusal: 'not-active',
      });
  });
});

describe('a correction', () => {
  it('moves the keys that tell people apart, and keeps seat, turn and the text as it was', () => {
    const { world, id, row, result } = waitingWorld();
    clock = at('10:00');
    const { corrected, happenings } = world.run(
      [correctCommand('b', id('b'), 'bee', { phoneKey: 'h', ownPhone: true })],
      clock,
    );
    expect(row('b')).toMatchObject({
      activeKey: 's1|bee',
      limitKey: 'bee',
      personKey: 'bee',
      phoneKey: 'h',
      queueNumber: 2,
      status: 'waitlist',
    });
    expect([...corrected]).toEqual([[id('b'), { sealed: 'sealed-bee', ownPhone: true }]]);
    expect(happenings).toMatchObject([{ type: 'corrected', by: 'staff', staff: 'clerk', before: 'sealed-b' }]);
    // Another account learns nothing of her, and takes no second place for her.
    expect(result(registerCommand('bee'))).toMatchObject({ result: 'held' });
    expect(result(registerCommand('bee', 's2'))).toMatchObject({ result: 'held' });
    expect(result(registerCommand('b', 's2'))).toMatchObject({ result: 'booked' });
  });

  it('is refused where it would give somebody a second place, here or beyond the programme’s limit', () => {
    const { id, row, result } = waitingWorld();
    clock = at('10:00');
    expect(result(registerCommand('e', 's2'))).toMatchObject({ result: 'booked' });
    expect(result(correctCommand('b', id('b'), 'c'))).toEqual({ result: 'refused', refusal: 'already-registered' });
    expect(result(correctCommand('b', id('b'), 'e'))).toEqual({ result: 'refused', refusal: 'limit-reached' });
    expect(row('b')).toMatchObject({ activeKey: 's1|b', limitKey: 'b' });
    // A name alone: the numbers, and with them the keys, are as they were.
    expect(result(correctCommand('b', id('b'), 'b'))).toMatchObject({ result: 'corrected' });
  });
});

it.each([
  ['owner', 'herself', { by: 'owner' as const }, {}],
  ['owner', 'through staff', { by: 'staff' as const, onBehalf: true }, {}],
  ['owner', 'by withdrawing her data', { by: 'service' as const }, {}],
  ['union', 'by staff', { by: 'staff' as const }, {}],
  ['session', 'because it doesn’t take place', { by: 'staff' as const }, { state: 'cancelled' as const }],
] as const)('records %s as the cause of what ended %s', (cause, _how, fields, state) => {
  const { world, id, row } = waitingWorld();
  clock = at('10:00');
  const one = world.sessions.get('s1');
  if (one) Object.assign(one, state);
  world.run([cancelCommand('a', id('a'), 's1', fields)], clock);
  expect(row('a')).toMatchObject({ status: 'cancelled', cancelCause: cause });
});
