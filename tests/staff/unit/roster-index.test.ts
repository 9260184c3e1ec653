/** Decisions at check-in without a network: a pass, a name or a number in, a verdict out. */
import type { DoorWire } from '@yugong/domain/check-in/wire';
import { sayReference } from '@yugong/domain/registration/words';
import { describeVerdict, personLabel } from '../../../staff/src/features/check-in/describe-verdict';
import {
  countCheckedIn,
  indexRoster,
  passDigestOf,
  searchRoster,
  verdictFor,
  verdictForPass,
} from '../../../staff/src/features/check-in/roster-index';
import { makePassCode, rosterOf, START } from './support/roster';

const CODES = {
  booked: makePassCode('A'),
  waiting: makePassCode('B'),
  cancelled: makePassCode('C'),
  otherDay: makePassCode('D'),
};

async function roster(): Promise<DoorWire> {
  return rosterOf([
    { code: CODES.booked, id: 'r1', name: '赵＊＊', phoneTail: '0001', status: 'booked' },
    { code: CODES.waiting, id: 'r2', name: '钱＊＊', phoneTail: '0002', status: 'waitlist' },
    { code: CODES.cancelled, id: 'r3', name: '赵＊', phoneTail: '1001', status: 'cancelled' },
  ]);
}

describe('a scanned pass', () => {
  it('admits a booked person once, and says when they came the second time', async () => {
    const index = indexRoster(await roster(), []);
    expect(await verdictForPass(index, CODES.booked)).toMatchObject({ kind: 'come-in' });
    index.checkedIn.set('r1', START);
    expect(await verdictForPass(index, CODES.booked)).toMatchObject({ kind: 'already', at: START });
  });

  it('turns the waitlist and the cancelled away', async () => {
    const index = indexRoster(await roster(), []);
    expect(await verdictForPass(index, CODES.waiting)).toMatchObject({ kind: 'waiting' });
    expect(await verdictForPass(index, CODES.cancelled)).toMatchObject({ kind: 'cancelled' });
  });

  it('tells another session of the same day from one of another day', async () => {
    const wire = await roster();
    const digest = (await passDigestOf(CODES.otherDay)) ?? '';
    const elsewhere = (startsAt: string) =>
      indexRoster(
        {
          ...wire,
          elsewhere: [{ passDigest: digest, sessionId: 's2' }],
          sessions: [{ sessionId: 's2', title: '演示另一场', place: '演示医院', startsAt }],
        },
        [],
      );
    expect(await verdictForPass(elsewhere('2026-11-25T14:00:00+08:00'), CODES.otherDay)).toMatchObject({
      kind: 'wrong-session',
    });
    expect(await verdictForPass(elsewhere('2026-11-26T00:30:00+08:00'), CODES.otherDay)).toMatchObject({
      kind: 'wrong-day',
    });
  });

  it('tells a pass that nobody knows from a code that is no pass', async () => {
    const index = indexRoster(await roster(), []);
    expect(await verdictForPass(index, CODES.otherDay)).toEqual({ kind: 'unknown' });
    expect(await verdictForPass(index, 'https://example.org/')).toEqual({ kind: 'no-pass' });
  });

  it('is the same in lower case, as a keyboard scanner types it', async () => {
    expect(await passDigestOf(CODES.booked.toLowerCase())).toBe(await passDigestOf(CODES.booked));
  });
});

describe('a roster with check-ins of this phone', () => {
  it('never counts more people inside than expected, whoever came in', async () => {
    const wire = await roster();
    const ids = ['r1', 'r2', 'r3', 'somebody-of-a-newer-roster'];
    for (let some = 0; some < 1 << ids.length; some += 1) {
      const inside = ids.filter((_, n) => (some >> n) & 1);
      const index = indexRoster(wire, []);
      for (const id of inside) index.checkedIn.set(id, START);
      const { arrived, expected } = countCheckedIn(index);
      expect(arrived).toBe(inside.length);
      expect(arrived).toBeLessThanOrEqual(expected);
    }
  });

  it('counts a pending check-in as arrived, and only those with a seat as expected', async () => {
    const made = { id: 'one', registrationId: 'r1', at: START, how: 'name' as const, code: null };
    const pending = { ...made, undecided: false, confirmed: false };
    const index = indexRoster(await roster(), [pending]);
    expect(countCheckedIn(index)).toEqual({ arrived: 1, expected: 1 });
    const person = index.byId.get('r1');
    expect(person && verdictFor(index, person)).toMatchObject({ kind: 'already', at: START });
  });

  it('takes the service’s time of a check-in before this phone’s', async () => {
    const wire = await roster();
    const at = '2026-11-25T09:20:00+08:00';
    const people = wire.people.map((one) => (one.registrationId === 'r1' ? { ...one, checkedInAt: at } : one));
    const made = { id: 'one', registrationId: 'r1', at: START, how: 'name' as const, code: null };
    const pending = { ...made, undecided: false, confirmed: false };
    const index = indexRoster({ ...wire, people }, [pending]);
    expect([...index.checkedIn]).toEqual([['r1', at]]);
  });

  it('knows no session for a pass whose session the roster doesn’t describe', async () => {
    const wire = await roster();
    const digest = (await passDigestOf(CODES.otherDay)) ?? '';
    const index = indexRoster({ ...wire, elsewhere: [{ passDigest: digest, sessionId: 's9' }] }, []);
    expect(index.elsewhere.size).toBe(0);
    expect(await verdictForPass(index, CODES.otherDay)).toEqual({ kind: 'unknown' });
  });
});

describe('searching the roster', () => {
  it('finds by the first character of a whole name and by the end of the number', async () => {
    const index = indexRoster(await roster(), []);
    const ids = (typed: string) => searchRoster(index, typed).map(({ registrationId }) => registrationId);
    expect(ids('赵演示')).toEqual(['r1', 'r3']);
    expect(ids('赵 1001')).toEqual(['r3']);
    expect(ids('0002')).toEqual(['r2']);
    expect(ids('19900001001')).toEqual(['r3']);
    expect(ids('01')).toEqual(['r1', 'r3']);
    expect(ids('孙')).toEqual([]);
    expect(ids('  ')).toEqual([]);
  });

  it('finds one person alone by the number on the ticket, however it is typed', async () => {
    const wire = await roster();
    const people = wire.people.map((one, n) => ({ ...one, registrationId: `01JD7Q9Z3K4M5N6P7Q8R9S0T1${n}` }));
    const index = indexRoster({ ...wire, people }, []);
    const ids = (typed: string) => searchRoster(index, typed).map(({ phoneTail }) => phoneTail);
    expect(sayReference(people[1]?.registrationId ?? '')).toBe('8R9S 0T11');
    expect(ids('8R9S 0T11')).toEqual(['0002']);
    expect(ids('编号 8r9s-ot1l')).toEqual(['0002']);
    expect(ids('8R9S 0T19')).toEqual([]);
    expect(ids('8R9S 0T1')).toEqual([]);
  });

  it('finds a name in Latin letters by its initial in either case', async () => {
    const wire = await roster();
    const people = wire.people.map((one) => ({ ...one, name: 'A. E.' }));
    expect(searchRoster(indexRoster({ ...wire, people }, []), 'ann 0002')).toHaveLength(1);
  });

  it('finds no more people than it is asked for', async () => {
    expect(searchRoster(indexRoster(await roster(), []), '赵', 1)).toHaveLength(1);
  });
});

describe('a verdict in words', () => {
  it('names the person by name and the end of the number', () => {
    expect(personLabel({ name: '赵＊＊', phoneTail: '0001' })).toBe('赵＊＊，尾号 0001');
    expect(personLabel({ name: '赵＊＊', phoneTail: '' })).toBe('赵＊＊');
  });

  it('says of an unknown pass how old the roster is', () => {
    expect(describeVerdict({ kind: 'unknown' }, null)).toMatchObject({ tone: 'bad', detail: '暂无名单' });
    expect(describeVerdict({ kind: 'unknown' }, Date.parse(START)).detail).toMatch(/^名单更新于/);
  });

  it('shows yes in a good tone, a repeated pass as a warning and a wrong one as bad', async () => {
    const index = indexRoster(await roster(), []);
    expect(describeVerdict(await verdictForPass(index, CODES.booked), null)).toMatchObject({
      tone: 'good',
      title: '请进',
      detail: '赵＊＊，尾号 0001',
    });
    index.checkedIn.set('r1', START);
    expect(describeVerdict(await verdictForPass(index, CODES.booked), null)).toMatchObject({
      tone: 'warn',
      detail: '赵＊＊，尾号 0001，09:30 已签到',
    });
    expect(describeVerdict({ kind: 'no-pass' }, null).tone).toBe('bad');
  });

  it('names the person whom the waitlist or a cancellation keeps out', async () => {
    const index = indexRoster(await roster(), []);
    expect(describeVerdict(await verdictForPass(index, CODES.waiting), null)).toEqual({
      tone: 'bad',
      title: '候补中，没有名额',
      detail: '钱＊＊，尾号 0002',
    });
    expect(describeVerdict(await verdictForPass(index, CODES.cancelled), null)).toEqual({
      tone: 'bad',
      title: '已取消',
      detail: '赵＊，尾号 1001',
    });
  });

  it('sends the holder of a pass for another session there, with its time and place', () => {
    const other = { sessionId: 's2', title: '演示另一场', place: '演示医院', startsAt: '2026-03-02T14:00:00+08:00' };
    for (const [kind, title] of [
      ['wrong-session', '不是这一场'],
      ['wrong-day', '不是今天'],
    ] as const) {
      const said = describeVerdict({ kind, other }, null);
      expect(said).toMatchObject({ tone: 'bad', title });
      expect(said.detail).toMatch(/^是.*3月2日.* 14:00，演示医院$/);
    }
  });

  it('says of a code that is no pass where the pass is', () => {
    expect(describeVerdict({ kind: 'no-pass' }, null)).toEqual({
      tone: 'bad',
      title: '不是报名凭证',
      detail: '请本人打开“我的报名”中的凭证',
    });
  });
});
