/** Seats that are kept for a proof of the telephone number, and what becomes of them. */
import { PROOF_TIME } from '@yugong/domain/registration';
import { adjustCommand, idOf, registerCommand } from './commands';
import { session, World } from './world';

const NOW = 100;
const rules = { limitPerPerson: null, offerMinutes: null, peopleLimit: 3 };
const open = (capacity = 2) => new World([session({ capacity, waitlistSize: 5, rules })]);
const asking = (person: string, fields = {}) => registerCommand(person, 's1', { proveBy: NOW + PROOF_TIME, ...fields });

it('keeps a free seat until the number is proved, and no turn on the waiting list', () => {
  const world = open(1);
  const { outcomes } = world.run([asking('a'), asking('b')], NOW);
  expect(outcomes).toMatchObject([
    { result: 'reserved', status: 'waitlist' },
    { result: 'held', cause: 'proof' },
  ]);
  expect(world.rows.get(idOf(outcomes[0]))).toMatchObject({ awaitsProof: true, offerUntil: NOW + PROOF_TIME });
  const about = {
    key: 'k',
    fingerprint: '',
    registrationId: idOf(outcomes[0]),
    sessionId: 's1',
    accountId: 'account-a',
  };
  const own = world.rows.get(idOf(outcomes[0]));
  const accountId = own?.accountId ?? '';
  // To say yes to it is no proof.
  const yes = {
    ...about,
    accountId,
    key: 'y',
    type: 'move' as const,
    by: 'owner' as const,
    toSessionId: 's1',
    toActiveKey: 'x',
  };
  expect(world.run([yes], NOW + 1).outcomes).toEqual([{ result: 'refused', refusal: 'not-active' }]);
  const proved = world.run([{ ...about, accountId, type: 'prove', by: 'owner' }], NOW + 2);
  expect(proved.outcomes).toMatchObject([{ result: 'booked', status: 'booked' }]);
  expect(world.rows.get(idOf(outcomes[0]))).toMatchObject({ awaitsProof: false, offerUntil: null });
});

it('gives the seat to whoever waits once the time is over, and refuses a proof that comes too late', () => {
  const world = open(1);
  const { outcomes } = world.run([asking('a'), registerCommand('b', 's1', { proven: true })], NOW);
  const id = idOf(outcomes[0]);
  const { happenings } = world.run([{ type: 'expire', key: null, fingerprint: '', sessionId: 's1' }], NOW + PROOF_TIME);
  expect(happenings).toMatchObject([{ type: 'proof-expired', awaitsProof: true }, { type: 'promoted' }]);
  const accountId = world.rows.get(id)?.accountId ?? '';
  const late = { key: 'k', fingerprint: '', registrationId: id, sessionId: 's1', accountId };
  expect(world.run([{ ...late, type: 'prove', by: 'owner' }], NOW + PROOF_TIME).outcomes).toEqual([
    { result: 'refused', refusal: 'not-active' },
  ]);
});

it('gives a seat that is kept for a proof up where the session shrinks, and books nobody unproved', () => {
  const world = open(2);
  const { outcomes } = world.run([asking('a'), asking('b')], NOW);
  const id = idOf(outcomes[0]);
  world.run([adjustCommand(1, [id])], NOW + 1);
  expect(world.rows.get(id)).toMatchObject({ status: 'cancelled', activeKey: null });
  expect(world.run([adjustCommand(3)], NOW + 2).happenings.map(({ type }) => type)).not.toContain('promoted');
});

it('holds what a device signs up beyond its people, unless the number was proved', () => {
  const world = open(9);
  const from = (person: string, fields = {}) => registerCommand(person, 's1', { deviceKey: 'device', ...fields });
  const { outcomes } = world.run(
    ['a', 'b', 'c', 'd'].map((one) => from(one)),
    NOW,
  );
  expect(outcomes.map(({ result }) => result)).toEqual(['booked', 'booked', 'booked', 'held']);
  expect(world.run([from('d', { key: 'again', proven: true })], NOW).outcomes).toMatchObject([{ result: 'booked' }]);
  // A seat that is kept counts too, so a device keeps none for a fifth.
  expect(world.run([from('e', { proveBy: NOW + PROOF_TIME })], NOW).outcomes).toMatchObject([
    { result: 'held', cause: 'proof' },
  ]);
});
