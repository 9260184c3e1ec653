/** A session's size, and a session that doesn't take place. */
import { defined } from '@yugong/domain/narrow';
import type { Adjust, CallOff } from '@yugong/domain/registration';
import { attendCommand, cancelCommand, fresh, idOf, registerCommand } from './commands';
import { session, World } from './world';

const adjust = (capacity: number, displace: string[] = []): Adjust => ({
  type: 'adjust',
  key: fresh('k'),
  fingerprint: '',
  sessionId: 's1',
  capacity,
  waitlistSize: 2,
  displace,
  staff: 'clerk',
});
const callOff = (): CallOff => ({
  type: 'call-off',
  key: fresh('k'),
  fingerprint: '',
  sessionId: 's1',
  staff: 'clerk',
});

function filled(capacity: number, people: number) {
  const world = new World([session({ capacity, waitlistSize: 5 }), session({ id: 's2' })]);
  const asked = Array.from({ length: people }, (_, n) => registerCommand(`p${n}`));
  const ids = world.run(asked, 100).outcomes.map(idOf);
  const statuses = () => ids.map((id) => world.rows.get(id)?.status);
  return { world, ids, statuses };
}

it('promotes the waiting list when capacity is raised, in the same step', () => {
  const { world, statuses } = filled(1, 3);
  const { happenings } = world.run([adjust(2)], 200);
  expect(statuses()).toEqual(['booked', 'booked', 'waitlist']);
  expect(happenings.map(({ type, staff }) => [type, staff])).toEqual([
    ['adjusted', 'clerk'],
    ['promoted', undefined],
  ]);
});

it('never falls below the seats taken unless exactly the displaced are named', () => {
  const { world, ids, statuses } = filled(3, 4);
  const answer = (command: Adjust) => world.run([command], 200).outcomes[0];
  expect(answer(adjust(2))).toEqual({ result: 'refused', refusal: 'below-taken' });
  // More than it takes, somebody in line, somebody who isn't there: whoever asked must look again.
  for (const wrong of [[defined(ids[1]), defined(ids[2])], [defined(ids[3])], ['nobody']])
    expect(answer(adjust(2, wrong))).toEqual({ result: 'refused', refusal: 'stale' });
  expect(answer(adjust(2, [ids[2] ?? '']))).toMatchObject({ result: 'done' });
  expect(statuses()).toEqual(['booked', 'booked', 'waitlist', 'waitlist']);
  expect(world.faults(200)).toEqual([]);
  // Who lost a place is the first to get one again, before those who never had one.
  world.run([cancelCommand('p0', ids[0] ?? '')], 300);
  expect(statuses()).toEqual(['cancelled', 'booked', 'booked', 'waitlist']);
});

it('takes no seat from somebody who has checked in', () => {
  const { world, ids } = filled(2, 2);
  world.run([attendCommand('p1', ids[1] ?? '', 'checked-in')], 150);
  expect(world.run([adjust(1, [ids[1] ?? ''])], 200).outcomes[0]).toMatchObject({ refusal: 'stale' });
});

it('gives seats back within one batch in the order of arrival', () => {
  const { world, ids, statuses } = filled(2, 4);
  world.run([adjust(1, [ids[1] ?? '']), adjust(2)], 200);
  expect(statuses()).toEqual(['booked', 'booked', 'waitlist', 'waitlist']);
});

it('signs up and promotes nobody once it is called off, and cancels without promoting', () => {
  const { world, ids, statuses } = filled(1, 2);
  const { happenings } = world.run([callOff(), callOff()], 200);
  expect(happenings.map(({ type }) => type)).toEqual(['called-off']);
  const late = world.run([registerCommand('late'), { ...registerCommand('hand'), by: 'staff' as const }], 201).outcomes;
  for (const one of late) expect(one).toEqual({ result: 'refused', refusal: 'session-cancelled' });
  world.run([cancelCommand('p0', ids[0] ?? '', 's1', { by: 'staff' })], 202);
  expect(statuses()).toEqual(['cancelled', 'waitlist']);
});

it('lets staff sign somebody up after the sign-up closed, never beyond the capacity', () => {
  const world = new World([session({ capacity: 1, waitlistSize: 0, closesAt: 50 })]);
  const [own, hand, more] = world.run(
    [registerCommand('a'), { ...registerCommand('b'), by: 'staff' }, { ...registerCommand('c'), by: 'staff' }],
    100,
  ).outcomes;
  expect([own, more]).toEqual(['closed', 'full'].map((refusal) => ({ result: 'refused', refusal })));
  expect(hand).toMatchObject({ result: 'booked' });
  expect(world.run([{ ...registerCommand('d'), by: 'staff' }], 4_000_000).outcomes[0]).toMatchObject({
    refusal: 'closed',
  });
});

it('answers `unchanged` to a pass that was used before', () => {
  const { world, ids } = filled(1, 1);
  const first = attendCommand('p0', ids[0] ?? '', 'checked-in');
  const [a, retry, second] = world.run([first, first, attendCommand('p0', ids[0] ?? '', 'checked-in')], 200).outcomes;
  expect([a, retry, second].map((one) => one?.result)).toEqual(['attended', 'attended', 'unchanged']);
});
