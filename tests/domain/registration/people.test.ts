import { PEOPLE_LIMIT } from '@yugong/domain/registration';
import { cancelCommand, idOf, registerCommand } from './commands';
import { World, session } from './world';

const limited = { limitPerPerson: null, offerMinutes: null, peopleLimit: PEOPLE_LIMIT };
const sessions = () => [
  session({ capacity: 50, rules: limited }),
  session({ id: 's2', capacity: 50, rules: limited }),
  session({ id: 'elsewhere', programmeId: 'p2', capacity: 50, rules: limited }),
];
const refused = { result: 'refused', refusal: 'people-limit-reached' };
const people = (count: number) => Array.from({ length: count }, (_, n) => `person${n}`);

describe('a programme’s limit of people for an account and a telephone number', () => {
  it('gives one account places for three people, however many names it types and sessions it asks', () => {
    const world = new World(sessions());
    const asked = people(8).map((one, n) => registerCommand(one, n % 2 ? 's1' : 's2', { accountId: 'a' }));
    const { outcomes } = world.run(asked, 500);
    expect(outcomes.map(({ result }) => result)).toEqual([...Array(3).fill('booked'), ...Array(5).fill('refused')]);
    expect(outcomes[7]).toEqual(refused);
    expect(world.run([registerCommand('person9', 's1', { accountId: 'a' })], 501).outcomes).toEqual([refused]);
  });

  it('gives one telephone number places for three people, however many accounts it is typed into', () => {
    const world = new World(sessions());
    const { outcomes } = world.run(
      people(8).map((one) => registerCommand(one, 's1', { phoneKey: 'phone' })),
      500,
    );
    expect(outcomes.map(({ result }) => result)).toEqual([...Array(3).fill('booked'), ...Array(5).fill('held')]);
    expect(outcomes[7]).toEqual({ result: 'held', sessionId: 's1', cause: 'phone' });
    expect([...world.rows.values()]).toHaveLength(3);
  });

  it('answers for a full number as for a person that is there: 409 alike where nobody gets in, held where there is a seat', () => {
    const world = new World([
      session({ capacity: 3, waitlistSize: 1, rules: limited }),
      session({ id: 'closed', rules: limited, closesAt: 400 }),
      session({ id: 's2', capacity: 50, rules: limited }),
    ]);
    world.run(
      people(3).map((one) => registerCommand(one, 's1', { phoneKey: 'phone' })),
      500,
    );
    const ask = (person: string, at: string, key: string) =>
      world.run([registerCommand(person, at, { phoneKey: 'phone', accountId: key })], 500).outcomes;
    // On the waiting list too it is only held.
    expect(ask('person5', 's1', 'x')).toMatchObject([{ result: 'held' }]);
    expect(ask('person5', 'closed', 'x')).toEqual(ask('person0', 'closed', 'y'));
    world.run([registerCommand('other', 's1')], 501);
    expect(ask('person5', 's1', 'x')).toEqual([{ result: 'refused', refusal: 'full' }]);
    // Whether somebody is among the three isn't told by another session either.
    expect(ask('person5', 's2', 'x')).toEqual(ask('person0', 's2', 'z'));
  });

  it('keeps no seat for a proof of a full number, and holds it for staff once the number is proved', () => {
    const world = new World(sessions());
    world.run(
      people(3).map((one) => registerCommand(one, 's1', { phoneKey: 'phone' })),
      500,
    );
    const asked = (fields: object) =>
      world.run([registerCommand('person8', 's1', { phoneKey: 'phone', ...fields })], 501).outcomes;
    expect(asked({ proveBy: 900 })).toEqual([{ result: 'held', sessionId: 's1', cause: 'proof' }]);
    expect(asked({ proven: true })).toEqual([{ result: 'held', sessionId: 's1', cause: 'phone' }]);
  });

  it('counts somebody once over all sessions, and counts each programme by itself', () => {
    const world = new World(sessions());
    world.run(
      people(3).map((one) => registerCommand(one, 's1', { accountId: 'a' })),
      500,
    );
    const again = world.run([registerCommand('person0', 's2', { accountId: 'a' })], 501);
    expect(again.outcomes).toMatchObject([{ result: 'booked' }]);
    const other = world.run([registerCommand('person7', 'elsewhere', { accountId: 'a', limitKey: 'p2|person7' })], 502);
    expect(other.outcomes).toMatchObject([{ result: 'booked' }]);
  });

  it('lets somebody else in once a place is given back, also in the same batch', () => {
    const world = new World(sessions());
    const { outcomes } = world.run(
      people(3).map((one) => registerCommand(one, 's1', { accountId: 'a' })),
      500,
    );
    const back = cancelCommand('person0', idOf(outcomes[0]), 's1', { accountId: 'a' });
    const next = world.run([back, registerCommand('person5', 's1', { accountId: 'a' })], 501);
    expect(next.outcomes.map(({ result }) => result)).toEqual(['cancelled', 'booked']);
    expect(world.rows.get(idOf(outcomes[0]))).toMatchObject({ personKey: null, phoneKey: null });
  });

  it('doesn’t bind staff, nor a programme without such a limit', () => {
    const world = new World(sessions());
    const byStaff = people(6).map((one) => registerCommand(one, 's1', { accountId: 'a', by: 'staff' }));
    expect(world.run(byStaff, 500).outcomes.every(({ result }) => result === 'booked')).toBe(true);
    const open = new World([session({ capacity: 50, rules: { ...limited, peopleLimit: null } })]);
    const { outcomes } = open.run(
      people(6).map((one) => registerCommand(one, 's1', { accountId: 'a' })),
      500,
    );
    expect(outcomes.every(({ result }) => result === 'booked')).toBe(true);
  });
});
