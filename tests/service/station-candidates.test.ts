import type { NewCandidate } from '@yugong/domain/station-candidate';
import { proposeCandidates } from '../../server/src/stations/candidates';
import { geocodeLedger, requestsOfDay } from '../../server/src/stations/geocode-ledger';
import type { Store } from '../../server/src/kernel/store';
import { statement } from '../../server/src/kernel/store';
import { postgresEngine, sqliteEngine } from './support/stores';

const candidate = (key: string, fields: Partial<NewCandidate> = {}): NewCandidate => ({
  stationId: 'station-yuzhong-jiefangbei',
  proposal: { field: 'anyoneMayEnter', value: 'yes' },
  origin: { by: 'visit', link: 'link', seenAt: '2026-11-30T10:00:00.000+08:00', accuracy: 12 },
  doubts: [],
  key,
  ...fields,
});

describe.each([sqliteEngine(), postgresEngine()])('station candidates on $name', (engine) => {
  let store: Store;
  const service = () => ({ store, now: () => 1_000 });

  beforeAll(async () => {
    await engine.start();
    store = await (await engine.place()).open();
  });
  afterAll(async () => {
    await store.close();
    await engine.stop();
  });
  beforeEach(async () => {
    for (const table of ['station_candidates', 'geocode_queries', 'geocoder_days'] as const)
      await store.write([statement(store.read.deleteFrom(table))]);
  });

  const rows = () => store.read.selectFrom('station_candidates').selectAll().orderBy('unique_key').execute();

  it('keeps what is proposed, where it is from and who may decide it', async () => {
    const position = { lng: 106.55, lat: 29.56 };
    await proposeCandidates(service(), {
      by: 'visit:link',
      candidates: [candidate('a', { proposal: { field: 'position', value: position }, doubts: ['inaccurate'] })],
    });
    const [row] = await rows();
    expect(row).toMatchObject({ field: 'position', state: 'open', decided_by: null, decided_at: null });
    expect(JSON.parse(row?.value ?? '')).toEqual(position);
    expect(JSON.parse(row?.doubts ?? '')).toEqual(['inaccurate']);
    expect(JSON.parse(row?.origin ?? '')).toMatchObject({ by: 'visit', accuracy: 12 });
  });

  it('proposes nothing twice, in one list or in two', async () => {
    const first = { by: 'visit:link', candidates: [candidate('a'), candidate('a'), candidate('b')] };
    expect(await proposeCandidates(service(), first)).toEqual({ added: 2, known: 1 });
    const second = { by: 'visit:link', candidates: [candidate('b'), candidate('c')] };
    expect(await proposeCandidates(service(), second)).toEqual({ added: 1, known: 1 });
    expect((await rows()).map(({ unique_key }) => unique_key)).toEqual(['a', 'b', 'c']);
  });

  it('proposes nothing twice where the same list arrives several times at once', async () => {
    const list = { by: 'visit:link', candidates: ['a', 'b', 'c'].map((key) => candidate(key)) };
    const answers = await Promise.all(Array.from({ length: 3 }, () => proposeCandidates(service(), list)));
    expect(answers.reduce((sum, { added }) => sum + added, 0)).toBe(3);
    expect(await rows()).toHaveLength(3);
  });

  it('writes an entry in the audit for each that is new', async () => {
    const entries = () =>
      store.read.selectFrom('audit').select('actor').where('action', '=', 'station.candidate-proposed').execute();
    const before = (await entries()).length;
    await proposeCandidates(service(), { by: 'visit:link', candidates: [candidate('a'), candidate('b')] });
    await proposeCandidates(service(), { by: 'visit:link', candidates: [candidate('b')] });
    expect((await entries()).length - before).toBe(2);
  });

  it('leaves one that a rule refuses to nobody', async () => {
    await proposeCandidates(service(), {
      by: 'staff:x',
      candidates: [candidate('a', { isRefused: true, doubts: ['centre'] })],
    });
    expect(await rows()).toMatchObject([{ state: 'rejected', decided_by: null, decided_at: 1_000 }]);
  });

  it('writes nothing where what belongs to it cannot be written', async () => {
    const missing = store.read.updateTable('meta').set({ value: 'x' }).where('name', '=', 'no such name');
    const list = { by: 'visit:link', candidates: [candidate('a')], beside: [statement(missing, 1)] };
    await expect(proposeCandidates(service(), list)).rejects.toThrow('could not be written');
    expect(await rows()).toEqual([]);
  });

  describe('what was asked of geocoders', () => {
    const day = '2026-11-30';
    const question = { stationId: 's1', provider: 'tencent' as const, query: '重庆市渝中区民权路28号' };
    const ledgerOf = (run: string, { perDay = 10, now = 1_000 } = {}) =>
      geocodeLedger({ store, now: () => now }, { run, by: 'staff:x', perDay });
    const found = { outcome: 'candidate' as const, status: '0', answer: null };

    it('lets one run have a question, and its own next run after a restart', async () => {
      const claims = await Promise.all(['a', 'b', 'c'].map((run) => ledgerOf(run).claim(question, day)));
      expect([...claims].sort()).toEqual(['claimed', 'taken', 'taken']);
      const winner = ['a', 'b', 'c'][claims.indexOf('claimed')] ?? '';
      expect(await ledgerOf(winner).claim(question, day)).toBe('claimed');
      expect((await requestsOfDay({ store }, day)).get('tencent')).toBe(2);
    });

    it('takes a question from a run that died, and from no other', async () => {
      await ledgerOf('a').claim(question, day);
      expect(await ledgerOf('b', { now: 61_000 }).claim(question, day)).toBe('taken');
      expect(await ledgerOf('b', { now: 200_000 }).claim(question, day)).toBe('claimed');
      // The first one comes back with an answer: the question is no longer its own.
      await expect(ledgerOf('a').settle(question, found, candidate('x'))).rejects.toThrow();
      expect(await rows()).toEqual([]);
    });

    it('keeps an answer with its candidate, and asks again only what was lost', async () => {
      const ledger = ledgerOf('a');
      await ledger.claim(question, day);
      await ledger.settle(question, { ...found, outcome: 'lost', status: 'no-answer' }, null);
      expect(await ledger.claim(question, day)).toBe('claimed');
      await ledger.settle(question, found, candidate('x'));
      expect(await rows()).toHaveLength(1);
      expect(await ledger.settled('s1')).toEqual([{ ...question, outcome: 'candidate' }]);
      expect(await ledgerOf('b', { now: 10_000_000 }).claim(question, day)).toBe('taken');
    });

    it('counts no more requests than the day has, from several processes at once', async () => {
      const questions = Array.from({ length: 12 }, (_, at) => ({ ...question, stationId: `s${at}` }));
      const claims = await Promise.all(questions.map((one) => ledgerOf('a', { perDay: 5 }).claim(one, day)));
      expect(claims.filter((one) => one === 'claimed')).toHaveLength(5);
      expect(claims.filter((one) => one === 'day-over')).toHaveLength(7);
      expect(await ledgerOf('a', { perDay: 5 }).count('tencent', day)).toBe(false);
      expect(await ledgerOf('a', { perDay: 5 }).count('tencent', '2026-12-01')).toBe(true);
    });
  });
});
