/** A programme's places in a district, over all its sessions there. */
import { quotaOf } from '@yugong/domain/registration';
import type { Command } from '@yugong/domain/registration';
import {
  cancelCommand,
  crowdedWorld,
  fresh,
  idOf,
  moveCommand,
  random,
  randomCommand,
  registerCommand,
} from './commands';
import { World, session } from './world';

const quota = quotaOf('p1', '500103', [{ adcode: '500103', places: 2 }]);
const two = (more = {}) => [
  session({ capacity: 5, quota, ...more }),
  session({ id: 's2', capacity: 5, quota, ...more }),
  session({ id: 'elsewhere', capacity: 5 }),
];
const said = (world: World, ...commands: Parameters<World['run']>[0]) =>
  world.run(commands, 100).outcomes.map((one) => (one.result === 'refused' ? one.refusal : one.result));

describe('a district’s quota', () => {
  it('is of the session’s own district, where the programme has one', () => {
    expect(quota).toEqual({ key: 'p1|500103', seats: 2 });
    expect(quotaOf('p1', '500106', [{ adcode: '500103', places: 2 }])).toBeNull();
    expect(quotaOf('p1', '500103', null)).toBeNull();
  });

  it('is used up by all its sessions together, in a batch and after it', () => {
    const world = new World(two());
    expect(said(world, registerCommand('a'), registerCommand('b', 's2'), registerCommand('c'))).toEqual([
      'booked',
      'booked',
      'quota-full',
    ]);
    expect(said(world, registerCommand('d', 's2'), registerCommand('d', 'elsewhere'))).toEqual([
      'quota-full',
      'booked',
    ]);
    expect(world.faults(100)).toEqual([]);
  });

  it('has a seat again when one is given back in another session', () => {
    const world = new World(two());
    const [first] = world.run([registerCommand('a'), registerCommand('b')], 100).outcomes;
    expect(said(world, cancelCommand('a', idOf(first)), registerCommand('c', 's2'))).toEqual(['cancelled', 'booked']);
  });

  it('lets people move within the district, and nobody into it', () => {
    const world = new World(two());
    const [first, , third] = world.run(
      [registerCommand('a'), registerCommand('b'), registerCommand('c', 'elsewhere')],
      100,
    ).outcomes;
    expect(said(world, moveCommand('a', idOf(first), 's1', 's2'))).toEqual(['moved']);
    expect(said(world, moveCommand('c', idOf(third), 'elsewhere', 's1'))).toEqual(['quota-full']);
    expect(said(world, moveCommand('a', idOf(first), 's2', 'elsewhere'))).toEqual(['moved']);
    expect(said(world, moveCommand('c', idOf(third), 'elsewhere', 's1'))).toEqual(['moved']);
    expect(world.faults(100)).toEqual([]);
  });

  it('holds back the waiting list when a session’s capacity is raised', () => {
    const world = new World([session({ capacity: 1, quota }), session({ id: 's2', capacity: 5, quota })]);
    said(world, registerCommand('a'), registerCommand('waits'), registerCommand('b', 's2'));
    const grown = {
      type: 'adjust' as const,
      key: fresh('k'),
      fingerprint: '',
      sessionId: 's1',
      capacity: 5,
      waitlistSize: 2,
    };
    expect(said(world, grown)).toEqual(['done']);
    expect([world.of('s1').filter(({ status }) => status === 'booked').length, world.faults(100)]).toEqual([1, []]);
  });

  it('is never exceeded in random sequences', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const world = crowdedWorld(seed);
      for (const one of world.sessions.values()) one.quota = { key: 'shared', seats: 3 };
      const next = random(seed);
      const asked: Command[] = [];
      for (let step = 0; step < 300; step += 1) {
        const now = 100 + step * 1000;
        world.run([randomCommand(world, next, asked), randomCommand(world, next, asked)], now);
        expect(world.faults(now)).toEqual([]);
      }
    }
  });
});
