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
    expect(outcomes.filter(({ result }) => result === 'booked')).toHaveLength(3);
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
