/** Check-in on one phone: what is stored, sent and taken back, with the service reachable or not. */
import type { CheckIn, CheckInResult, DoorWire } from '@yugong/domain/check-in/wire';
import { offlineError } from '../../../staff/src/api/api-error';
import type { CheckInApi } from '../../../staff/src/features/check-in/api';
import { CheckInEngine } from '../../../staff/src/features/check-in/engine';
import type { RosterPerson } from '../../../staff/src/features/check-in/roster-index';
import type { Vault } from '../../../staff/src/offline/vault';
import { makePassCode, rosterOf } from './support/roster';

const CODE = makePassCode('A');

// Node has no browser's word on whether there is a network.
Object.defineProperty(globalThis, 'navigator', { value: { onLine: false }, configurable: true });

/** The vault's contract in memory: Node has no IndexedDB. */
function memoryVault(): Vault & { full: boolean } {
  const rosters = new Map<string, { value: unknown; keptAt: number }>();
  const entries = new Map<string, { sessionId: string; order: number; value: unknown }>();
  return {
    full: false,
    async storeRoster(sessionId, value) {
      rosters.set(sessionId, { value, keptAt: Date.now() });
    },
    roster: async (sessionId) => rosters.get(sessionId) ?? null,
    rosters: async () => [...rosters.keys()],
    async storeEntry({ id, sessionId, order }, value) {
      if (this.full) throw new Error('QuotaExceededError');
      entries.set(id, { sessionId, order, value });
    },
    entries: async (sessionId) =>
      [...entries.values()]
        .filter((one) => one.sessionId === sessionId)
        .sort((a, b) => a.order - b.order)
        .map(({ value }) => value),
    count: async () => entries.size,
    async dropEntries(ids) {
      for (const id of ids) entries.delete(id);
    },
    async forget(sessionId) {
      rosters.delete(sessionId);
    },
    async destroy() {
      rosters.clear();
      entries.clear();
    },
    close: () => undefined,
  };
}

/** The service's side: takes check-ins while it is reachable, each id once. */
function service(roster: DoorWire, outcome: CheckInResult['outcome'] = 'checked-in') {
  const taken: CheckIn[] = [];
  const undone: string[] = [];
  const state = { isReachable: true, taken, undone, keys: new Array<string>() };
  const resultOf = (id: string, registrationId: string): CheckInResult => ({
    id,
    outcome,
    registrationId,
    name: '赵＊＊',
    signedUpBy: null,
    checkedInAt: null,
    device: null,
    elsewhere: null,
  });
  const api: CheckInApi = {
    roster: async () => {
      if (!state.isReachable) throw offlineError();
      return roster;
    },
    send: async (_session, checkIns, key) => {
      state.keys.push(key);
      if (!state.isReachable) throw offlineError();
      state.taken.push(...checkIns);
      const results = checkIns.map(({ id }) => resultOf(id, 'r1'));
      return { results, counts: { booked: 1, checkedIn: 1 } };
    },
    walkIn: async (_session, { id, registrationId }) => ({
      results: [resultOf(id, registrationId)],
      counts: { booked: 1, checkedIn: 1 },
    }),
    undoCheckIn: async (id) => {
      state.undone.push(id);
    },
  };
  return { state, api };
}

const personOf = (registrationId: string): RosterPerson => ({
  registrationId,
  name: '赵＊＊',
  phoneTail: '0001',
  signedUpBy: null,
  status: 'booked',
  checkedInAt: null,
  passDigest: '',
});

async function opened(outcome?: CheckInResult['outcome'], ids = ['r1']) {
  const roster = await rosterOf(
    ids.map((id, index) => ({
      code: index === 0 ? CODE : makePassCode(String(index)),
      id,
      name: '赵＊＊',
      phoneTail: '0001',
      status: 'booked',
    })),
  );
  const vault = memoryVault();
  const { state, api } = service(roster, outcome);
  const engine = new CheckInEngine('s1', vault, api);
  await engine.open();
  await engine.refresh();
  /** This phone's clock is so many milliseconds behind the service's. */
  const slow = (ms: number): void => {
    roster.now = new Date(Date.now() + ms).toISOString();
  };
  return { engine, vault, state, api, slow };
}

it('admits a person once, stores the check-in first and sends it with the next refresh', async () => {
  const { engine, vault, state } = await opened();
  expect(await engine.scan(CODE)).toMatchObject({ kind: 'come-in' });
  expect(await engine.scan(CODE)).toMatchObject({ kind: 'already' });
  expect(await vault.count()).toBe(1);
  expect(engine.state()).toMatchObject({ arrived: 1, expected: 1, unsentCount: 1 });
  await engine.refresh();
  expect(state.taken).toEqual([expect.objectContaining({ how: 'scan', code: CODE })]);
  expect(engine.state()).toMatchObject({ unsentCount: 0, syncError: null });
});

it('keeps check-ins over a closed page without a network, and sends them once it is back', async () => {
  const { engine, vault, state, api } = await opened();
  state.isReachable = false;
  await engine.scan(CODE);
  await engine.refresh();
  expect(engine.state()).toMatchObject({ unsentCount: 1, syncError: { code: 'offline' } });
  const reopened = new CheckInEngine('s1', vault, api);
  await reopened.open();
  expect(reopened.state()).toMatchObject({ arrived: 1, unsentCount: 1 });
  state.isReachable = true;
  await reopened.refresh();
  expect(state.taken).toHaveLength(1);
  expect(reopened.state().unsentCount).toBe(0);
});

it('admits nobody whose check-in cannot be stored', async () => {
  const { engine, vault } = await opened();
  vault.full = true;
  await expect(engine.scan(CODE)).rejects.toThrow();
  expect(engine.state().arrived).toBe(0);
  vault.full = false;
  expect(await engine.scan(CODE)).toMatchObject({ kind: 'come-in' });
});

it('takes a pending check-in back on the phone, and a sent one through the service', async () => {
  const { engine, vault, state } = await opened();
  await engine.scan(CODE);
  const pending = engine.state().recent[0];
  if (!pending) throw new Error('nobody was admitted');
  await engine.undo(pending.entry);
  expect(state.undone).toEqual([]);
  expect(await vault.count()).toBe(0);

  await engine.scan(CODE);
  await engine.refresh();
  const sent = engine.state().recent[0];
  if (!sent) throw new Error('nobody was admitted');
  await engine.undo(sent.entry);
  expect(state.undone).toEqual(['r1']);
  expect(engine.state()).toMatchObject({ recent: [] });
});

it('lists what the service judged differently until it is dismissed', async () => {
  const { engine } = await opened('already');
  await engine.scan(CODE);
  await engine.refresh();
  expect(engine.state().differences).toEqual([expect.objectContaining({ outcome: 'already' })]);
  engine.dismiss();
  expect(engine.state().differences).toEqual([]);
});

it('destroys an expired roster instead of opening with it', async () => {
  const { vault, api } = await opened();
  const stored = await vault.roster('s1');
  await vault.storeRoster('s1', { ...Object(stored?.value), expiresAt: '2020-01-01T00:00:00+08:00' });
  const engine = new CheckInEngine('s1', vault, api);
  await engine.open();
  expect(engine.state().rosterIndex).toBeNull();
  expect(await vault.rosters()).toEqual([]);
});

it('says when its state changes, until nobody listens any more', async () => {
  const { engine } = await opened();
  let changes = 0;
  const stop = engine.subscribe(() => (changes += 1));
  await engine.scan(CODE);
  expect(changes).toBe(1);
  stop();
  await engine.refresh();
  expect(changes).toBe(1);
});

it('judges nobody before a roster is there', async () => {
  const { vault, api } = await opened();
  await vault.forget('s1');
  const engine = new CheckInEngine('s1', vault, api);
  let changes = 0;
  engine.subscribe(() => (changes += 1));
  await engine.open();
  expect(changes).toBe(1);
  expect(engine.state()).toMatchObject({ rosterIndex: null, keptAt: null, arrived: 0, expected: 0 });
  expect(await engine.scan(CODE)).toEqual({ kind: 'unknown' });
  expect(await engine.admitByName(personOf('r1'))).toEqual({ kind: 'unknown' });
});

it('admits a person found by name once, without a code', async () => {
  const { engine, state } = await opened();
  expect(await engine.admitByName(personOf('r1'))).toMatchObject({ kind: 'come-in' });
  expect(await engine.admitByName(personOf('r1'))).toMatchObject({ kind: 'already' });
  await engine.refresh();
  expect(state.taken).toEqual([expect.objectContaining({ how: 'name', registrationId: 'r1' })]);
});

it('keeps the others on its lists when one check-in is taken back', async () => {
  const { engine } = await opened('checked-in', ['r1', 'r2']);
  await engine.admitByName(personOf('r1'));
  await engine.admitByName(personOf('r2'));
  const first = engine.state().recent.at(-1);
  if (!first) throw new Error('nobody was admitted');
  await engine.undo(first.entry);
  expect(engine.state()).toMatchObject({ arrived: 1, unsentCount: 1, recent: [{ person: { registrationId: 'r2' } }] });
});

it('tells storage of this phone that fails from a service that cannot be reached', async () => {
  const { engine, vault } = await opened();
  vault.storeRoster = async () => {
    throw new Error('QuotaExceededError');
  };
  await engine.refresh();
  expect(engine.state().syncError).toMatchObject({
    code: 'storage',
    retryable: false,
    message: '这台手机无法保存名单，请检查存储空间',
  });
});

it('loses nobody whom the service finds on another day: the entry is kept, and a person decides', async () => {
  const { engine, vault, state, api } = await opened('wrong-day');
  await engine.scan(CODE);
  await engine.refresh();
  expect(await vault.count()).toBe(1);
  expect(engine.state()).toMatchObject({ unsentCount: 0, differences: [] });
  expect(engine.state().undecided).toMatchObject([{ registrationId: 'r1' }]);
  // Nothing is sent again by itself, also after the page was closed.
  const reopened = new CheckInEngine('s1', vault, api);
  await reopened.open();
  await reopened.refresh();
  expect(state.taken).toHaveLength(1);
  const [entry] = reopened.state().undecided;
  await reopened.confirm(entry?.id ?? '');
  expect(state.taken.at(-1)).toMatchObject({ id: entry?.id, confirmed: true });
});

it('forgets whom a person says was not there', async () => {
  const { engine, vault } = await opened('wrong-day');
  await engine.scan(CODE);
  await engine.refresh();
  await engine.discard(engine.state().undecided[0]?.id ?? '');
  expect(await vault.count()).toBe(0);
  expect(engine.state()).toMatchObject({ undecided: [], arrived: 0 });
});

it('notes the service’s time where the phone’s clock is wrong', async () => {
  const { engine, state, slow } = await opened();
  slow(24 * 60 * 60_000);
  await engine.refresh();
  await engine.scan(CODE);
  await engine.refresh();
  const noted = Date.parse(state.taken[0]?.at ?? '');
  expect(Math.abs(noted - Date.now() - 24 * 60 * 60_000)).toBeLessThan(60_000);
});

it('lists no check-in among the differences that the service took as it was', async () => {
  const { engine } = await opened();
  await engine.scan(CODE);
  await engine.refresh();
  expect(engine.state().differences).toEqual([]);
});

it('sends what is pending again under the same key, so that the service knows it', async () => {
  const { engine, state } = await opened();
  await engine.scan(CODE);
  state.isReachable = false;
  await engine.refresh();
  state.isReachable = true;
  await engine.refresh();
  const id = state.taken[0]?.id;
  expect(state.keys).toEqual([`door-${id}-1`, `door-${id}-1`]);
});

it('does not count a person as gone whose check-in was sent while the roster was on its way', async () => {
  const { engine, state, api } = await opened();
  const asked = api.roster;
  api.roster = async (sessionId) => {
    const roster = await asked(sessionId);
    await engine.admitByName(personOf('r1'));
    // Check-ins are sent a little later than the verdict is shown.
    while (state.taken.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    return roster;
  };
  await engine.refresh();
  expect(engine.state()).toMatchObject({ arrived: 1, unsentCount: 0 });
});

it('does not bring back with a roster that was on its way whose check-in was taken back meanwhile', async () => {
  const { engine, api } = await opened();
  const asked = api.roster;
  api.roster = async (sessionId) => {
    const roster = await asked(sessionId);
    await engine.admitByName(personOf('r1'));
    const admitted = engine.state().recent[0];
    if (admitted) await engine.undo(admitted.entry);
    return roster;
  };
  await engine.refresh();
  expect(engine.state()).toMatchObject({ arrived: 0, recent: [] });
});

it('says yes to somebody of the waiting list once the service gave a seat', async () => {
  const { engine } = await opened();
  expect(await engine.admitWalkIn(personOf('r2'))).toMatchObject({ kind: 'come-in', person: { registrationId: 'r2' } });
});
