/**
 * How many people an account, a telephone number and a device hold places for in a programme. Who somebody is is whatever was
 * typed, so without a limit one phone could take every place under invented names.
 */
import type { EngineState } from './state';
import type { Registration } from './types';

/** People a phone and an account may sign up in a programme that doesn't say otherwise: herself, a mother, a daughter. */
export const PEOPLE_LIMIT = 3;

type Holding = Pick<Registration, 'programmeId' | 'accountId' | 'phoneKey' | 'deviceKey'>;

/**
 * The keys under which somebody holds places in a programme: the account's and, where they are known, those of the
 * phone's number and of the device.
 *
 * @example holdersOf({ programmeId: 'p1', accountId: 'a', phoneKey: 'h', deviceKey: null }) // ['p1|a', 'h']
 */
export const holdersOf = ({ phoneKey, deviceKey, ...account }: Holding): string[] => [
  accountHolder(account),
  ...[phoneKey, deviceKey].filter((key) => key !== null),
];

/** The key under which an account holds places in a programme. */
export const accountHolder = ({ programmeId, accountId }: Pick<Holding, 'programmeId' | 'accountId'>): string =>
  `${programmeId}|${accountId}`;

/** Counts an active registration's person with its holders. */
export function countPerson(
  { holders }: Pick<EngineState, 'holders'>,
  row: Holding & Pick<Registration, 'id' | 'personKey'>,
): void {
  if (row.personKey === null) return;
  for (const key of holdersOf(row)) {
    const people = holders.get(key) ?? new Map<string, string>();
    holders.set(key, people.set(row.id, row.personKey));
  }
}

/** Takes a registration that is given back out of its holders' count. */
export function discountPerson(
  { holders }: Pick<EngineState, 'holders'>,
  row: Holding & Pick<Registration, 'id'>,
): void {
  for (const key of holdersOf(row)) holders.get(key)?.delete(row.id);
}

/** Does this holder have a place for this person? Known of programmes that limit people; false of the others. */
export const holdsFor = ({ holders }: Pick<EngineState, 'holders'>, key: string, personKey: string): boolean =>
  [...(holders.get(key)?.values() ?? [])].includes(personKey);

/** May these holders have a place for this person too? Somebody they have one for already counts once. */
export function mayHoldFor(
  { holders }: Pick<EngineState, 'holders'>,
  keys: readonly string[],
  personKey: string,
  limit: number | null,
): boolean {
  if (limit === null) return true;
  return keys.every((key) => {
    const people = new Set(holders.get(key)?.values());
    return people.has(personKey) || people.size < limit;
  });
}

/**
 * Does a telephone number have places for so many people that staff have to look at one more? Whom the asking account has
 * signed up with that number counts once. Whom others have signed up with it makes no exception: the answer would tell
 * whoever types somebody's name that they are among them.
 *
 * @param account of {@link accountHolder}
 */
export function isNumberFull(
  { holders }: Pick<EngineState, 'holders'>,
  { account, phoneKey, personKey }: { account: string; phoneKey: string | null; personKey: string },
  limit: number | null,
): boolean {
  if (limit === null || phoneKey === null) return false;
  const people = holders.get(phoneKey) ?? new Map<string, string>();
  const isOwn = [...people].some(([id, person]) => person === personKey && holders.get(account)?.has(id));
  return !isOwn && new Set(people.values()).size >= limit;
}
