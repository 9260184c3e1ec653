import type { NewCandidate } from '@yugong/domain/station-candidate';
import { proposeCandidates } from '../../server/src/stations/candidates';
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
    await store.write([statement(store.read.deleteFrom('station_candidates'))]);
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
});
