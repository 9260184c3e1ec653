import * as v from 'valibot';
import { load, save, stored } from '@/platform/storage';
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
