/**
 * Who may do what, and for whose people and places. A person may have several roles: in a small union one clerk does
 * everything.
 */

export const roles = ['administrator', 'clerk', 'check-in', 'lawyer', 'editor'] as const;
export type Role = (typeof roles)[number];

export const permissions = [
  'accounts',
  'sessions.read',
  'sessions.write',
  'roster',
  'check-in',
  'outcomes',
  'legal-aid',
  'legal-aid.assign',
  'complaints',
  'stations',
  'content',
  'figures',
  'audit',
] as const;
export type Permission = (typeof permissions)[number];

const granted: Record<Role, readonly Permission[]> = {
  administrator: permissions,
  clerk: ['sessions.read', 'sessions.write', 'roster', 'check-in', 'outcomes', 'complaints', 'stations', 'figures'],
  // At the door one sees who comes, masked, and nothing else.
  'check-in': ['sessions.read', 'check-in'],
  lawyer: ['legal-aid'],
  editor: ['content', 'stations'],
};

/** @example may(['lawyer'], 'roster') // false */
export const may = (mine: readonly Role[], permission: Permission): boolean =>
  mine.some((role) => granted[role].includes(permission));

export const permissionsOf = (mine: readonly Role[]): Permission[] =>
  permissions.filter((permission) => may(mine, permission));

export interface Scope {
  /** Null: every organisation. */
  organisation: string | null;
  /** GB/T 2260 codes; null: every district, and what belongs to none. */
  districts: readonly string[] | null;
}

/** Where something belongs; `adcode` null is the whole city's. */
export interface Belonging {
  organisation: string;
  adcode: string | null;
}

/** May somebody with this scope see and change what belongs there? */
export const covers = ({ organisation, districts }: Scope, at: Belonging): boolean =>
  (organisation === null || organisation === at.organisation) &&
  (districts === null || (at.adcode !== null && districts.includes(at.adcode)));

/**
 * Is a scope no wider than another? Nobody gives away more than they have.
 *
 * @example isWithin({ organisation: 'a', districts: ['500103'] }, { organisation: 'a', districts: null }) // true
 */
export const isWithin = (inner: Scope, outer: Scope): boolean =>
  (outer.organisation === null || inner.organisation === outer.organisation) &&
  (outer.districts === null ||
    (inner.districts !== null && inner.districts.every((one) => outer.districts?.includes(one))));
