/** What a mini-program under test still has to do, and when a driver may go on. */
import { Pending } from '../../scripts/weapp/logic/pending';

const pendingApp = () => new Pending((callback) => callback());
const moment = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('rests once requests and short timers are done, and has caught up before that', async () => {
  const pending = pendingApp();
  let answer = (): void => undefined;
  const request = pending.during(new Promise<void>((resolve) => (answer = resolve)), { remote: true });
  pending.setTimeout(() => undefined, 500);
  expect(await pending.caughtUp(400)).toBe(true);
  expect(await pending.settle(50)).toBe(false);
  answer();
  await request;
  expect(await pending.settle(2_000)).toBe(true);
});

it('has not caught up while it draws or a callback is due', async () => {
  const pending = pendingApp();
  let drawn = (): void => undefined;
  const drawing = pending.during(new Promise<void>((resolve) => (drawn = resolve)));
  expect(await pending.caughtUp(50)).toBe(false);
  drawn();
  await drawing;
  const done: string[] = [];
  pending.setTimeout(() => done.push('callback'), 10);
  expect(await pending.caughtUp()).toBe(true);
  expect(done).toEqual(['callback']);
});

it('runs no timer that a closed app asks for, so that no process waits for one', async () => {
  const pending = pendingApp();
  const run: string[] = [];
  pending.setTimeout(() => run.push('before'), 5);
  pending.stop();
  pending.setTimeout(() => run.push('timeout'), 5);
  pending.setInterval(() => run.push('interval'), 5);
  pending.later(() => run.push('later'));
  await moment(40);
  expect(run).toEqual([]);
});
