/**
 * The door on a cheap Android, as 1,000 people come in: how long the screen takes to answer a pass, at the first and at
 * the thousandth, with the processor slowed down six times, beside an empty page's answer to the same key in the same
 * run. Passes are typed in as a scanner at the keyboard does it; the camera is off. Online, so that sending and the
 * list's renewal go on beside it. `npx tsx scripts/bench/door.ts [--people 1000]`; writes the key `door` of
 * bench/results.json.
 */
import type { Page } from 'playwright-core';
import { openConsole, PHONE, type Console } from '../../tests/staff/support/console';
import { makeSession, signUpPerson } from '../../tests/staff/support/made';
import { answerTo, emptyPage, type Answered } from './door/answer';
import { keepResults } from './results';

const SLOWER = 6;
/** Answers that are timed at each end; those between go as fast as the machine does. */
const TIMED = 15;
/** The thousandth is answered about as fast as the first, and both within so many empty pages. */
const SLOWER_AT_LAST = 1.5;
const EMPTY_PAGES = 12;

const at = process.argv.indexOf('--people');
const people = at < 0 ? 1000 : Number(process.argv[at + 1]);

const round = (n: number): number => Math.round(n * 10) / 10;
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

async function throttle(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

interface Told {
  medianMs: number;
  slowestMs: number;
  /** Of the empty page's median. */
  ratio: number;
  longTasks: number;
  longestTaskMs: number;
}

const tell = (answers: readonly Answered[], floor: number): Told => {
  const tasks = answers.flatMap(({ longTasks }) => longTasks);
  return {
    medianMs: round(median(answers.map(({ ms }) => ms))),
    slowestMs: round(Math.max(...answers.map(({ ms }) => ms))),
    ratio: round(median(answers.map(({ ms }) => ms)) / floor),
    longTasks: tasks.length,
    longestTaskMs: round(Math.max(0, ...tasks)),
  };
};

async function comeIn(page: Page, codes: readonly string[]): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const code of codes) answers.push(await answerTo(page, code));
  return answers;
}

async function signUpAll(console_: Console, session: string): Promise<string[]> {
  const codes: string[] = [];
  for (let serial = 1; serial <= people; serial += 1) codes.push((await signUpPerson(console_, session, serial)).code);
  return codes;
}

async function main(): Promise<number> {
  const console_ = await openConsole('sqlite');
  const session = await makeSession(console_, { capacity: people, title: '演示大场' });
  const codes = await signUpAll(console_, session.id);
  const { page, context } = await console_.as(['check-in'], { viewport: PHONE });
  const empty = await context.newPage();
  await emptyPage(empty, console_.origin);
  await throttle(empty, SLOWER);
  const floors = await comeIn(empty, codes.slice(0, TIMED));
  await empty.close();
  await page.goto(`${console_.origin}/staff/door/${session.id}`);
  await page.getByText(`/ ${people} 人到了`).waitFor();

  await throttle(page, SLOWER);
  const first = await comeIn(page, codes.slice(0, TIMED));
  await throttle(page, 1);
  await comeIn(page, codes.slice(TIMED, people - TIMED));
  await throttle(page, SLOWER);
  const last = await comeIn(page, codes.slice(people - TIMED));
  await page.getByText(`${people} / ${people} 人到了`).waitFor();
  await page.getByText('都传上去了').waitFor({ timeout: 60_000 });

  const floor = median(floors.map(({ ms }) => ms));
  const door = {
    people,
    slower: SLOWER,
    emptyPageMs: round(floor),
    first: tell(first, floor),
    last: tell(last, floor),
    lastToFirst: round(median(last.map(({ ms }) => ms)) / median(first.map(({ ms }) => ms))),
  };
  keepResults({ door });
  await console_.close();
  if (door.lastToFirst <= SLOWER_AT_LAST && door.last.ratio <= EMPTY_PAGES) return 0;
  console.error(`slow: at most ${SLOWER_AT_LAST} times the first and ${EMPTY_PAGES} empty pages were wanted`);
  return 1;
}

void main().then((code) => {
  process.exitCode = code;
});
