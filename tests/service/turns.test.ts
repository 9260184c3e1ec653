/** Who asks for much takes turns: one account's reads are done one after the other, everybody else's beside them. */
import { oneAtATime } from '../../server/src/kernel/turns';
import { eventBody, startService } from './support/service';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('does one thing at a time for a key, in order, and goes on after one that failed', async () => {
  const inTurn = oneAtATime();
  const done: string[] = [];
  let running = 0;
  const work =
    (name: string, fails = false) =>
    async () => {
      expect((running += 1)).toBe(1);
      await pause(5);
      running -= 1;
      done.push(name);
      if (fails) throw new Error(name);
      return name;
    };
  const results = await Promise.allSettled([
    inTurn('a', work('1')),
    inTurn('a', work('2', true)),
    inTurn('a', work('3')),
  ]);
  expect(done).toEqual(['1', '2', '3']);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

it('runs what another key asks for beside it', async () => {
  const inTurn = oneAtATime();
  let isOver = false;
  const long = inTurn('a', () => pause(50).then(() => (isOver = true)));
  expect(await inTurn('b', () => Promise.resolve(isOver))).toBe(false);
  await long;
});

it('answers another account before the many reads that one account has asked for at once', async () => {
  const test = await startService();
  const [many, one] = [await test.login(), await test.login()];
  for (let n = 0; n < 3; n += 1)
    await test.ask('POST /api/v1/sessions/demo-event-badminton/registrations', { token: many, body: eventBody(n) });
  let answered = 0;
  const reads = Array.from({ length: 40 }, () =>
    test.ask('GET /api/v1/me/registrations', { token: many }).then(({ statusCode }) => {
      answered += 1;
      return statusCode;
    }),
  );
  expect((await test.ask('GET /api/v1/me/registrations', { token: one })).statusCode).toBe(200);
  expect(answered).toBeLessThan(20);
  expect(new Set(await Promise.all(reads))).toEqual(new Set([200]));
  await test.close();
});
