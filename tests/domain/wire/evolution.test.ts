/**
 * What a released app reads of tomorrow's service: every answer that released versions were given, with a key too many in
 * every object, an unknown word in every closed list that states a fallback, and a record nobody can make sense of in
 * every list. See docs/adr/0025-evolution-of-the-wire.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { FeedWire } from '@yugong/domain/publication/feed';
import { FedStation, StationPageWire } from '@yugong/content/station-feed';
import { GivenConsentList } from '@yugong/domain/consent/wire';
import { LegalAidList } from '@yugong/domain/legal-aid/wire';
import { NoticeListWire } from '@yugong/domain/notice/wire';
import { ProgrammeWire } from '@yugong/domain/programme/wire';
import { PassWire } from '@yugong/domain/registration/wire';
import { defined } from '@yugong/domain/narrow';
import { judgeProgramme, screeningQuestionsFor, unreadCondition } from '@yugong/domain/screening';
import { RegistrationDetailWire, SignUpWire } from '@yugong/domain/registration/detail';
import { MyReportsWire, StandingsWire } from '@yugong/domain/report/wire';
import { SessionWire } from '@yugong/domain/session/wire';
import { isReadable, openPicklist, readTolerantly } from '@yugong/domain/wire/tolerant';

interface Answer {
  request: string;
  status: number;
  body: unknown;
}

const releases = path.join(__dirname, '../../fixtures/releases');
const answersOf = (release: string): Answer[] =>
  JSON.parse(readFileSync(path.join(releases, release, 'answers.json'), 'utf8'));
const answers = answersOf('0.1');
const unreadInterval = { of: '其他检查（请更新应用查看）', months: null };

type Reader = [string, RegExp, v.GenericSchema];
const readers: Reader[] = [
  ['programmes', /GET .*\/programmes$/, v.object({ programmes: v.array(ProgrammeWire) })],
  ['sessions', /GET .*\/sessions(\?.*)?$/, v.object({ sessions: v.array(SessionWire) })],
  ['a sign-up', /POST .*\/registrations$/, SignUpWire],
  ['my registrations', /GET .*\/me\/registrations$/, v.object({ registrations: v.array(RegistrationDetailWire) })],
  ['a registration', /GET .*\/me\/registrations\/\w+$/, RegistrationDetailWire],
  ['a pass', /GET .*\/pass$/, PassWire],
  ['my requests', /GET .*\/me\/legal-aid$/, LegalAidList],
  ['my reports', /GET .*\/me\/reports$/, MyReportsWire],
  ['my consents', /GET .*\/me\/consents$/, GivenConsentList],
  ['a collection', /GET .*\/content\/(news|events)\?/, FeedWire],
  ['stations', /GET .*\/content\/stations\?/, StationPageWire],
];
/** What a release had that the ones before it hadn't. */
const since: Record<string, Reader[]> = { '0.1': [], '0.2': [['my notices', /GET .*\/me\/notices$/, NoticeListWire]] };
const readersOf = Object.keys(since).flatMap((release, at) =>
  [
    ...readers,
    ...Object.values(since)
      .slice(0, at + 1)
      .flat(),
  ].map((reader): [string, ...Reader] => [release, ...reader]),
);

it('reads what every release was answered', () => {
  expect(Object.keys(since)).toEqual(readdirSync(releases).sort());
});

/** The answer as a later service may give it: every object has a key more, and every list of records a strange one. */
function later(value: unknown): unknown {
  if (Array.isArray(value)) {
    const isRecords = value.some((one) => typeof one === 'object' && one !== null);
    return [...value.map(later), ...(isRecords ? [{ hologram: true }] : [])];
  }
  if (typeof value !== 'object' || value === null) return value;
  return { ...Object.fromEntries(Object.entries(value).map(([key, one]) => [key, later(one)])), hologram: [1] };
}

/** Without what stands for records that can't be read where their list would say something else without them. */
function withoutStandIns(value: unknown): unknown {
  if (Array.isArray(value))
    return value
      .filter((one) => !isDeepStrictEqual(one, unreadCondition) && !isDeepStrictEqual(one, unreadInterval))
      .map(withoutStandIns);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutStandIns(one)]));
}

const WORDS = /^(state|status|kind|topic)$/;

/** The same with a word that nobody knows wherever a closed list of words stands. */
function withUnknownWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknownWords);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      WORDS.test(key) && typeof one === 'string' ? 'of-tomorrow' : withUnknownWords(one),
    ]),
  );
}

describe.each(readersOf)('release %s: %s', (release, name, request, schema) => {
  const given = answersOf(release).filter((one) => one.status < 300 && request.test(one.request));

  it('is among what it was answered, and is read as it was', () => {
    expect(given.length).toBeGreaterThan(0);
    for (const { body } of given) expect(readTolerantly(schema, body)).toMatchObject({ success: true, dropped: 0 });
  });

  it('is read with keys that nobody knows and records that nobody can read', () => {
    for (const { body } of given) {
      const read = readTolerantly(schema, later(body));
      expect(read).toMatchObject({ success: true });
      const before = readTolerantly(schema, body);
      // Nothing that was there before is lost, and nothing new comes through, but where records are looked at later.
      if (read.success && before.success && !/collection|stations/.test(name))
        expect(withoutStandIns(read.output)).toEqual(before.output);
    }
  });

  it('is read with words that nobody knows, each shown as its stated fallback', () => {
    if (name === 'a collection' || name === 'stations') return;
    for (const { body } of given) {
      const read = readTolerantly(schema, withUnknownWords(body));
      expect(read).toMatchObject({ success: true, dropped: 0 });
      expect(JSON.stringify(read)).not.toContain('of-tomorrow');
    }
  });
});

describe('a word of tomorrow deep in a record', () => {
  const bodiesOf = (request: RegExp) =>
    answers.filter((one) => one.status < 300 && request.test(one.request)).map(({ body }) => JSON.stringify(body));
  /** The answers with `before` replaced by `after`; every one that has it is read. */
  function readWith(request: RegExp, schema: v.GenericSchema, before: RegExp, after: string): string[] {
    const changed = bodiesOf(request).filter((body) => before.test(body));
    expect(changed.length).toBeGreaterThan(0);
    return changed.map((body) => {
      const read = readTolerantly(schema, JSON.parse(body.replace(before, after)));
      expect(read).toMatchObject({ success: true, dropped: 0 });
      return JSON.stringify(read);
    });
  }

  it('leaves a programme whose rule for employment it makes unknown, and so not a no to anybody', () => {
    const [read] = readWith(
      /GET .*\/programmes$/,
      v.object({ programmes: v.array(ProgrammeWire) }),
      /"employment":\[/,
      '"employment":["of-tomorrow",',
    );
    expect(read).toContain('"employment":null');
  });

  it.each([
    ['answer', /"wanted":"(yes|no)"/, '"wanted":"of-tomorrow"'],
    ['shape', /"wanted":"(yes|no)"/, '"wantedOf":["of-tomorrow"]'],
  ])(
    'leaves a programme with a condition of another %s one that says yes to nobody, and how to ask',
    (_, now, later) => {
      const list = v.object({ programmes: v.array(ProgrammeWire) });
      const answered = { age: '35-65', employment: 'new-form', household: 'city', last: 'never' };
      for (const body of bodiesOf(/GET .*\/programmes$/)) {
        const outcomes = [body, body.replaceAll(new RegExp(now, 'g'), later)].map((text) => {
          const read = readTolerantly(list, JSON.parse(text));
          const screening = defined(read.success ? read.output.programmes.find(({ rules }) => rules) : undefined);
          const rules = defined(screening.rules);
          const questions = screeningQuestionsFor([{ ...screening, rules }]);
          const wanted = questions.flatMap((one) => ('condition' in one ? [[one.id, one.condition.wanted]] : []));
          const answers = { ...answered, ...Object.fromEntries(wanted) };
          const open = { ...rules, districts: 'any' as const, employment: 'any' as const, household: 'any' as const };
          const { outcome, reasons } = judgeProgramme({ ...screening, rules: { ...open, intervals: null } }, answers);
          return [outcome, wanted.length, reasons.filter(({ about }) => about === 'unread')] as const;
        });
        const [[, asked], [outcome, left, unread]] = outcomes as [(typeof outcomes)[number], (typeof outcomes)[number]];
        expect([asked > 0, left, outcome]).toEqual([true, 0, 'unclear']);
        expect(unread).toMatchObject([{ finding: 'unsure', text: expect.stringMatching(/更新应用.*打电话/) }]);
      }
    },
  );

  it('leaves a programme with an interval that the app doesn’t know of one that isn’t over', () => {
    const [read] = readWith(
      /GET .*\/programmes$/,
      v.object({ programmes: v.array(ProgrammeWire) }),
      /"intervals":\[\{"of":"[^"]*","months":\d+/,
      '"intervals":[{"of":"示例","weeks":12',
    );
    expect(read).toContain(JSON.stringify(unreadInterval));
  });

  it('leaves a registration whose reminder it makes one that is not to be relied on', () => {
    const [detail] = bodiesOf(/GET .*\/me\/registrations\/\w+$/).map((body) => JSON.parse(body));
    const reminder = { state: 'of-tomorrow', at: '2026-11-28T09:00:00+08:00', template: null };
    expect(readTolerantly(RegistrationDetailWire, { ...detail, reminder })).toMatchObject({
      output: { reminder: { state: 'failed' } },
    });
  });

  it('leaves a message of an author whom the app doesn’t know, as the union’s', () => {
    const message = { id: 'm1', author: 'of-tomorrow', text: '请带工资条', createdAt: '2026-11-28T09:00:00+08:00' };
    for (const body of bodiesOf(/GET .*\/me\/legal-aid$/)) {
      const { requests } = JSON.parse(body);
      const given = { requests: requests.map((one: object) => ({ ...one, messages: [message] })) };
      expect(readTolerantly(LegalAidList, given)).toMatchObject({
        dropped: 0,
        output: { requests: requests.map(() => ({ messages: [{ ...message, author: 'union' }] })) },
      });
    }
  });

  it('leaves what was reported of a station', () => {
    const stations = [
      {
        stationId: 's1',
        standing: 'of-tomorrow',
        reports: [{ kind: 'of-tomorrow', count: 1, latestAt: '2026-11-28T09:00:00+08:00' }],
      },
    ];
    expect(readTolerantly(StandingsWire, { freshDays: 7, stations })).toMatchObject({
      dropped: 0,
      output: { stations: [{ standing: 'noted', reports: [{ kind: 'other', count: 1 }] }] },
    });
  });
});

describe('a station of tomorrow', () => {
  const page = answers.find(({ request }) => /GET .*\/content\/stations\?/.test(request));
  const [station] = v.parse(StationPageWire, page?.body).records;
  const read = (changes: object) => readTolerantly(FedStation, { ...station, ...changes });

  it('of a kind that the app has no name for is shown as a place that serves people', () => {
    const source = { ...v.parse(v.looseObject({}), station?.['source']), kind: 'of-tomorrow' };
    expect(read({ kind: 'of-tomorrow', precision: 'of-tomorrow', confidence: 'of-tomorrow', source })).toMatchObject({
      output: { kind: 'convenience_station', precision: 'area', confidence: 'low', source: { kind: 'secondary' } },
    });
  });

  it.each([
    ['a key', [{ t: [540, 1080] }, { t: [540, 1080], tide: 'low' }]],
    ['a word', [{ t: [540, 1080] }, { d: 1, m: 'of-tomorrow' }]],
  ])('whose hours have %s that the app doesn’t know is of unknown hours, and not open', (_, hours) => {
    expect(read({ hours })).toMatchObject({ success: true, output: { hours: null } });
    expect(read({ hours: hours.slice(0, 1) })).toMatchObject({ output: { hours: hours.slice(0, 1) } });
  });

  it('whose hours no release could have written is not read', () => {
    expect(read({ hours: [{ t: [1080, 540] }] })).toMatchObject({ success: false });
    expect(read({ hours: [{ t: [540, 1080] }, 'closed on some days'] })).toMatchObject({ success: false });
  });
});

describe('a strict schema read tolerantly', () => {
  const Record = v.strictObject({
    id: v.string(),
    mood: openPicklist(['calm', 'busy'], 'calm'),
    colour: v.nullable(v.picklist(['red', 'blue'])),
    size: v.optional(v.picklist(['s', 'm'])),
    tags: v.array(v.picklist(['a', 'b'])),
  });
  const good = { id: 'x', mood: 'busy', colour: 'red', size: 's', tags: ['a'] };

  it('still refuses what lacks something that it needs', () => {
    expect(isReadable(Record, { ...good, id: undefined })).toBe(false);
    expect(readTolerantly(v.object({ one: Record }), { one: { ...good, id: 7 } })).toEqual({
      success: false,
      where: 'one.id',
    });
  });

  it('still refuses for writing what it only tolerates in reading', () => {
    for (const bad of [
      { ...good, extra: 1 },
      { ...good, mood: 'new' },
      { ...good, colour: 'green' },
    ])
      expect(v.is(Record, bad)).toBe(false);
  });

  it('gives up an unknown word where a value may be missing, and leaves it out of a list', () => {
    const read = readTolerantly(Record, { ...good, colour: 'green', size: 'xl', tags: ['a', 'z', 'b'] });
    expect(read).toEqual({
      success: true,
      dropped: 0,
      output: { ...good, colour: null, size: undefined, tags: ['a', 'b'] },
    });
  });

  it('counts the records that it leaves out', () => {
    const read = readTolerantly(v.array(Record), [good, { id: 1 }, null, 'x', good]);
    expect(read).toEqual({ success: true, dropped: 3, output: [good, good] });
  });

  it('keeps the keys of a loose object, and an alternative of a union that fits', () => {
    const Either = v.union([v.strictObject({ a: v.literal(1) }), v.strictObject({ b: v.literal(2) })]);
    expect(readTolerantly(Either, { b: 2, c: 3 })).toEqual({ success: true, dropped: 0, output: { b: 2 } });
    expect(readTolerantly(v.looseObject({ a: v.literal(1) }), { a: 1, z: 9 })).toMatchObject({
      output: { a: 1, z: 9 },
    });
  });
});
