/** Who may do what. A person may have several roles: in a small union one clerk does everything. */

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
  'stations',
  'content',
  'figures',
  'audit',
] as const;
export type Permission = (typeof permissions)[number];

const granted: Record<Role, readonly Permission[]> = {
  administrator: permissions,
  clerk: ['sessions.read', 'sessions.write', 'roster', 'check-in', 'outcomes', 'stations', 'figures'],
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
