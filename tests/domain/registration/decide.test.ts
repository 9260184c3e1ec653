import { decide, emptyState, seatsLeft, viewOf, type Attend } from '@yugong/domain/registration';
import { attendCommand, cancelCommand, idOf, moveCommand, registerCommand } from './commands';
import { World, session } from './world';

const statusOf = (world: World, id: string) => world.rows.get(id)?.status;

describe('signing up', () => {
  it('gives seats, then the waiting list, then refuses as full', () => {
    const { outcomes } = new World([session()]).run(
      ['a', 'b', 'c', 'd', 'e'].map((who) => registerCommand(who)),
      100,
    );
    expect(outcomes.map((o) => (o.result === 'refused' ? o.refusal : [o.result, 'ahead' in o && o.ahead]))).toEqual([
      ['booked', 0],
      ['booked', 0],
      ['waitlist', 0],
      ['waitlist', 1],
      'full',
    ]);
  });

  it('answers `exists` to a registered person, even after closing, and never gives a second seat', () => {
    const world = new World([session()]);
    const [first, twin] = world.run([registerCommand('a'), registerCommand('a')], 100).outcomes;
    const late = world.run([registerCommand('a')], 1_500_000).outcomes[0];
    expect(twin).toMatchObject({ result: 'exists', registrationId: idOf(first), mine: true });
    expect(late).toMatchObject({ result: 'exists', mine: true });
    expect(world.rows.size).toBe(1);
  });

  it('holds what another account asks for a person who is registered, and refuses it where it would refuse anybody', () => {
    const another = (person: string, session = 's1') => registerCommand(person, session, { accountId: 'another' });
    const world = new World([session({ capacity: 1, waitlistSize: 1 })]);
    world.run([registerCommand('a')], 100);
    expect(world.run([another('a')], 100).outcomes).toEqual([{ result: 'held', sessionId: 's1', cause: 'claim' }]);
    // Nobody learns from a full or a closed session who is in it.
    world.run([registerCommand('b')], 100);
    for (const now of [100, 1_500_000]) {
      const [known, unknown] = world.run([another('a'), another('nobody')], now).outcomes;
      expect(known).toEqual(unknown);
      expect(known).toMatchObject({ result: 'refused' });
    }
    expect(world.rows.size).toBe(2);
  });

  it('says to no other account that a person has reached the programme’s limit', () => {
    const rules = { limitPerPerson: 1, peopleLimit: 3, offerMinutes: null };
    const world = new World([session({ rules }), session({ id: 's2', rules })]);
    world.run([registerCommand('a')], 100);
    expect(world.run([registerCommand('a', 's2')], 100).outcomes).toEqual([
      { result: 'refused', refusal: 'limit-reached' },
    ]);
    expect(world.run([registerCommand('a', 's2', { accountId: 'another' })], 100).outcomes).toEqual([
      { result: 'held', sessionId: 's2', cause: 'claim' },
    ]);
  });

  it.each([
    ['not-open-yet', session(), 99],
    ['closed', session(), 1_000_000],
    ['session-cancelled', session({ state: 'cancelled' }), 100],
    ['full', session({ capacity: 0, waitlistSize: 0 }), 100],
  ] as const)('refuses with %s', (refusal, one, now) => {
    expect(new World([one]).run([registerCommand('a')], now).outcomes).toEqual([{ result: 'refused', refusal }]);
  });

  it('refuses a session that does not exist', () => {
    expect(decide(emptyState(), [registerCommand('a')], 100).outcomes).toEqual([
      { result: 'refused', refusal: 'not-found' },
    ]);
  });

  it('keeps the limit of a programme over its sessions', () => {
    const world = new World([session(), session({ id: 's2' })]);
    const both = world.run([registerCommand('a'), registerCommand('a', 's2')], 100).outcomes;
    expect(both[1]).toEqual({ result: 'refused', refusal: 'limit-reached' });
    world.run([cancelCommand('a', idOf(both[0]))], 101);
    expect(world.run([registerCommand('a', 's2')], 102).outcomes[0]?.result).toBe('booked');
  });
});

describe('the same key', () => {
  it('is answered the same and takes effect once, in a batch and after it', () => {
    const world = new World([session()]);
    const asked = registerCommand('a');
    const again = { ...asked, registrationId: 'other' };
    const { outcomes } = world.run([asked, again], 100);
    expect(world.run([again], 5_000_000).outcomes[0]).toEqual(outcomes[0]);
    expect([outcomes[1], world.rows.size]).toEqual([outcomes[0], 1]);
  });

  it('is refused for another question', () => {
    const asked = registerCommand('a');
    const other = { ...registerCommand('b'), key: asked.key };
    expect(new World([session()]).run([asked, other], 100).outcomes[1]).toEqual({
      result: 'refused',
      refusal: 'key-reused',
    });
  });
});

describe('cancelling', () => {
  it('books the first on the waiting list in the same step', () => {
    const world = new World([session({ capacity: 1 })]);
    const [a = '', b = '', c = ''] = world
      .run([registerCommand('a'), registerCommand('b'), registerCommand('c')], 100)
      .outcomes.map(idOf);
    const { happenings } = world.run([cancelCommand('a', a)], 200);
    expect([a, b, c].map((id) => statusOf(world, id))).toEqual(['cancelled', 'booked', 'waitlist']);
    expect(happenings.map((h) => h.type)).toEqual(['cancelled', 'promoted']);
    expect(world.rows.get(a)).toMatchObject({ activeKey: null, limitKey: null });
  });

  it('is the same twice as once, and nobody else may do it', () => {
    const world = new World([session()]);
    const id = idOf(world.run([registerCommand('a')], 100).outcomes[0]);
    expect(world.run([cancelCommand('b', id)], 101).outcomes[0]).toEqual({ result: 'refused', refusal: 'not-found' });
    const twice = world.run([cancelCommand('a', id), cancelCommand('a', id)], 102).outcomes;
    expect(twice.map((o) => o.result)).toEqual(['cancelled', 'cancelled']);
    expect(world.sessions.get('s1')?.held).toBe(0);
  });

  it('ends at the cutoff for a seat, never for the waiting list', () => {
    const world = new World([session({ capacity: 1, cancelUntil: 500 })]);
    const [a = '', b = ''] = world.run([registerCommand('a'), registerCommand('b')], 100).outcomes.map(idOf);
    const { outcomes } = world.run([cancelCommand('a', a), cancelCommand('b', b)], 500);
    expect(outcomes).toEqual([
      { result: 'refused', refusal: 'too-late' },
      expect.objectContaining({ result: 'cancelled' }),
    ]);
  });
});

describe('moving', () => {
  const two = (fields = {}) => new World([session({ capacity: 1 }), session({ id: 's2', capacity: 1, ...fields })]);

  it('takes the new seat and promotes somebody into the old one', () => {
    const world = two();
    const [a = '', b = ''] = world.run([registerCommand('a'), registerCommand('b')], 100).outcomes.map(idOf);
    const { outcomes } = world.run([moveCommand('a', a, 's1', 's2')], 200);
    expect(outcomes[0]).toMatchObject({ result: 'moved', registrationId: a, sessionId: 's2', status: 'booked' });
    expect(world.rows.get(b)).toMatchObject({ status: 'booked', sessionId: 's1' });
  });

  it.each([
    ['full', { waitlistSize: 9 }, 200],
    ['closed', { closesAt: 150 }, 200],
    ['other-programme', { programmeId: 'p2' }, 200],
  ] as const)('keeps the old place when the new one is %s', (refusal, fields, now) => {
    const world = two(fields);
    const [a = ''] = world.run([registerCommand('a'), registerCommand('z', 's2')], 100).outcomes.map(idOf);
    expect(world.run([moveCommand('a', a, 's1', 's2')], now).outcomes[0]).toEqual({ result: 'refused', refusal });
    expect(world.rows.get(a)).toMatchObject({ status: 'booked', sessionId: 's1' });
  });

  it('says of a seat that one has oneself, and of another account’s only what everybody is told', () => {
    const rules = { limitPerPerson: null, offerMinutes: null, peopleLimit: null };
    const world = new World([session({ rules }), session({ id: 's2', capacity: 2, rules })]);
    const squat = { accountId: 'a-squatter', activeKey: 's1|a' };
    const [hers = '', squatted = ''] = world
      .run([registerCommand('a', 's2'), registerCommand('a', 's1', squat)], 100)
      .outcomes.map(idOf);
    const own = world.run([registerCommand('a', 's1', { activeKey: 's1|a2' })], 100).outcomes.map(idOf)[0] ?? '';
    expect(hers).not.toBe('');
    const there = { toActiveKey: 's2|a' };
    const result = (account: string, id: string, fields = {}) =>
      world.run([moveCommand(account, id, 's1', 's2', { ...there, ...fields })], 200).outcomes[0];
    expect(result('a', own)).toEqual({ result: 'refused', refusal: 'already-registered' });
    expect(result('squatter', squatted)).toEqual({ result: 'held', sessionId: 's2', cause: 'claim' });
    expect(result('squatter', squatted, { by: 'staff' })).toEqual({ result: 'refused', refusal: 'already-registered' });
    world.run([registerCommand('b', 's2')], 200);
    expect(result('squatter', squatted)).toEqual({ result: 'refused', refusal: 'full' });
    expect(result('a', own)).toEqual({ result: 'refused', refusal: 'already-registered' });
  });

  it('refuses two people who swap into each other’s full sessions, and both keep what they have', () => {
    const world = two();
    const [a = '', b = ''] = world.run([registerCommand('a'), registerCommand('b', 's2')], 100).outcomes.map(idOf);
    const { outcomes } = world.run([moveCommand('a', a, 's1', 's2'), moveCommand('b', b, 's2', 's1')], 200);
    expect(outcomes.map((o) => o.result)).toEqual(['refused', 'refused']);
    expect([world.rows.get(a)?.sessionId, world.rows.get(b)?.sessionId]).toEqual(['s1', 's2']);
  });

  it('is refused as stale when the row was moved meanwhile', () => {
    const world = two();
    const a = idOf(world.run([registerCommand('a')], 100).outcomes[0]);
    world.run([moveCommand('a', a, 's1', 's2')], 200);
    expect(world.run([cancelCommand('a', a, 's1')], 201).outcomes[0]).toEqual({ result: 'refused', refusal: 'stale' });
  });
});

it('lets staff record attendance, and undo a slip', () => {
  const world = new World([session()]);
  const a = idOf(world.run([registerCommand('a')], 100).outcomes[0]);
  for (const to of ['checked-in', 'fulfilled', 'checked-in', 'noshow'] as const) {
    expect(world.run([attendCommand('a', a, to)], 300).outcomes[0]).toMatchObject({ status: to });
  }
  expect(world.run([attendCommand('a', a, 'fulfilled')], 300).outcomes[0]).toEqual({
    result: 'refused',
    refusal: 'not-active',
  });
  expect(world.run([cancelCommand('a', a)], 300).outcomes[0]).toEqual({ result: 'refused', refusal: 'not-active' });
});

it.each([
  ['upcoming', {}, 50],
  ['open', {}, 100],
  ['waitlist', { held: 2 }, 100],
  ['full', { held: 2, waiting: 2 }, 100],
  ['closed', {}, 1_000_000],
  ['past', {}, 3_000_000],
  ['cancelled', { state: 'cancelled' as const }, 100],
] as const)('shows a session as %s', (view, fields, now) => {
  expect(viewOf(session(fields), now)).toBe(view);
});

it('never lets anybody overtake the waiting list, even where a seat is free', () => {
  expect(seatsLeft(session({ capacity: 2, held: 1, waiting: 1 }))).toBe(0);
  const world = new World([session({ capacity: 2, held: 1, waiting: 1 })]);
  expect(world.run([registerCommand('a')], 100).outcomes[0]).toMatchObject({ result: 'waitlist', ahead: 1 });
});

it('records attendance only of a registration that is there, in its own session, and only for staff', () => {
  const world = new World([session(), session({ id: 's2' })]);
  const id = idOf(world.run([registerCommand('a')], 100).outcomes[0]);
  const refusalOf = (command: Attend) => {
    const [outcome] = world.run([command], 200).outcomes;
    return outcome?.result === 'refused' ? outcome.refusal : outcome?.result;
  };
  expect(refusalOf(attendCommand('a', 'nowhere', 'checked-in'))).toBe('not-found');
  expect(refusalOf(attendCommand('a', id, 'checked-in', 's2'))).toBe('stale');
  expect(refusalOf({ ...attendCommand('a', id, 'checked-in'), by: 'owner' })).toBe('not-active');
  expect(statusOf(world, id)).toBe('booked');
  expect(refusalOf(attendCommand('a', id, 'checked-in'))).toBe('attended');
});
