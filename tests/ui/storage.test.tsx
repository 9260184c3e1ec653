import { readFileSync } from 'node:fs';
import path from 'node:path';
import Taro from '@tarojs/taro';
import * as v from 'valibot';
import { DAY } from '@yugong/domain/time';
import { forgetWhatIsOver, load, save, stored, storedContent } from '@/platform/storage';
import type { StoredKey } from '@/platform/storage/schema';
import { phone } from '../setup/taro';

const counter: StoredKey<{ count: number }> = {
  key: 'counter',
  version: 3,
  schema: v.object({ count: v.number() }),
  initial: { count: 0 },
  migrate: { 1: (old) => [old], 2: (old) => ({ count: (old as number[])[0] }) },
};

// The log port writes to the console; these tests make it write.
beforeEach(() => jest.spyOn(console, 'warn').mockImplementation());

it('gives back what was kept', () => {
  expect(save(stored.recentSearches, ['驿站'])).toBe(true);
  expect(load(stored.recentSearches)).toEqual(['驿站']);
});

it('begins with the initial value', () => {
  expect(load(stored.favourites)).toEqual([]);
});

it('migrates step by step from the oldest version', () => {
  phone.storage.set('counter', { version: 1, value: 7 });
  expect(load(counter)).toEqual({ count: 7 });
});

describe.each([
  { release: '0.1', keys: 17 },
  { release: '0.2', keys: 18 },
])('a phone that release $release left', ({ release, keys }) => {
  const kept: Record<string, { version: number; value: unknown; at: number }> = JSON.parse(
    readFileSync(path.join(__dirname, '../fixtures/releases', release, 'storage.json'), 'utf8'),
  );

  it.each(Object.values(stored).filter(({ key }) => key in kept))('opens with its $key', (key) => {
    const { version, value } = kept[key.key] ?? { version: 0, value: null };
    phone.storage.set(key.key, { version, value, at: Date.now() });
    const loaded = load<unknown>(key);
    expect(phone.storage.has(`${key.key}.aside`)).toBe(false);
    // What came to be kept since has its default beside it.
    if (version === key.version) expect({ loaded }).toMatchObject({ loaded: value });
    else expect(loaded).not.toEqual(key.initial);
  });

  it('has every key of its own', () => {
    expect(Object.keys(kept)).toHaveLength(keys);
    const known = new Set(Object.values(stored).map(({ key }) => key));
    expect(Object.keys(kept).filter((key) => !known.has(key))).toEqual([]);
  });
});

it('opens notices as their first version kept them', () => {
  const kept: { version: number; value: unknown } = JSON.parse(
    readFileSync(path.join(__dirname, '../fixtures/notices.json'), 'utf8'),
  );
  phone.storage.set('notices', { ...kept, at: Date.now() });
  expect(load(stored.notices)).toEqual(kept.value);
  expect(phone.storage.has('notices.aside')).toBe(false);
});

it('gives up newer content, and nothing else, where something of the reader’s needs the room', () => {
  const kept = { schema: 1, version: 'v', edition: '2026', records: [], names: { districts: {}, links: {} } };
  expect(save(storedContent('news'), kept)).toBe(true);
  save(stored.recentSearches, ['驿站']);
  const write = jest.spyOn(Taro, 'setStorageSync').mockImplementation((key: string, value: unknown) => {
    if (phone.storage.has('content-news')) throw new Error('setStorageSync:fail exceed max size');
    phone.storage.set(key, value);
  });
  expect(save(storedContent('cases'), kept)).toBe(false);
  expect(save(stored.outbox, [])).toBe(true);
  write.mockRestore();
  expect([...phone.storage.keys()].sort()).toEqual(['outbox', 'recent-searches']);
});

it('does not keep damaged content twice', () => {
  phone.storage.set('content-news', 'garbage');
  expect(load(storedContent('news'))).toBeNull();
  expect([...phone.storage.keys()]).toEqual([]);
});

describe('damaged storage', () => {
  it.each([
    ['a text', 'garbage'],
    ['another shape', { version: 1, value: [{ id: 5 }] }],
    ['a version of the future', { version: 9, value: { later: true } }],
    ['no envelope', [1, 2, 3]],
  ])('is set aside, never lost and never thrown: %s', (_what, raw) => {
    phone.storage.set('favourites', raw);
    expect(load(stored.favourites)).toEqual([]);
    expect(phone.storage.get('favourites.aside')).toEqual(raw);
    expect(phone.storage.has('favourites')).toBe(false);
  });

  it('is set aside when a migration is missing', () => {
    phone.storage.set('counter', { version: 0, value: 1 });
    expect(load(counter)).toEqual({ count: 0 });
  });
});

it('says when the phone is full', () => {
  phone.storageFull = true;
  expect(save(stored.recentSearches, ['驿站'])).toBe(false);
});

describe('what is nobody else’s business', () => {
  const draft = { ...stored.legalDraft.initial, fields: { name: '演示人' } };
  const day = DAY;
  let now = 0;
  beforeEach(() => {
    now = Date.parse('2026-06-01T00:00:00Z');
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  });
  afterEach(() => jest.restoreAllMocks());

  it('is there for thirty days after it was last written', () => {
    save(stored.legalDraft, draft);
    now += 30 * day;
    expect(load(stored.legalDraft)).toEqual(draft);
    save(stored.legalDraft, draft);
    now += 30 * day;
    expect(load(stored.legalDraft)).toEqual(draft);
  });

  it('is gone after that, even if nobody opens its page', () => {
    save(stored.legalDraft, draft);
    phone.storage.set('legal-draft.aside', draft);
    now += 30 * day + 1;
    forgetWhatIsOver();
    expect([...phone.storage.keys()]).toEqual([]);
  });

  it('is still there when the phone’s clock is set right by a day', () => {
    save(stored.legalDraft, draft);
    now -= day;
    expect(load(stored.legalDraft)).toEqual(draft);
  });

  it('is gone when its date can’t be believed', () => {
    save(stored.legalDraft, draft);
    now -= 30 * day + 1;
    expect(load(stored.legalDraft)).toEqual(stored.legalDraft.initial);
    phone.storage.set('legal-draft', { version: 1, value: draft });
    forgetWhatIsOver();
    expect(phone.storage.has('legal-draft')).toBe(false);
  });

  it('keeps searches however old, since they are the reader’s own', () => {
    save(stored.recentSearches, ['驿站']);
    now += 4000 * day;
    forgetWhatIsOver();
    expect(load(stored.recentSearches)).toEqual(['驿站']);
  });
});
