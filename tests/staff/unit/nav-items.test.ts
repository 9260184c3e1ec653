/** Which pages a person of the staff is shown. */
import type { Permission } from '@yugong/domain/staff-account';
import type { MeWire } from '@yugong/domain/staff-account/wire';
import { canAccess, navItemsFor } from '../../../staff/src/parts/nav-items';

const withPermissions = (...permissions: Permission[]): MeWire => ({
  id: 'u1',
  username: 'nurse',
  name: '演示护士',
  roles: [],
  permissions,
  organisation: null,
  districts: null,
  demo: true,
  idleMinutes: 30,
  expiresAt: '2026-11-25T18:00:00+08:00',
});
const shown = (...permissions: Permission[]) => navItemsFor(withPermissions(...permissions)).map(({ to }) => to);

it('shows 今日待办 to everybody, and besides it only what a permission opens', () => {
  expect(shown()).toEqual(['/']);
  expect(shown('check-in', 'roster')).toEqual(['/', '/door', '/call-list', '/people']);
});

it('shows the background jobs for any one of the permissions that start some', () => {
  expect(shown('stations')).toEqual(['/', '/stations', '/jobs']);
  expect(shown('sessions.write')).toEqual(['/', '/sessions', '/jobs']);
});

it('opens a page and all below it with its permission only', () => {
  const nurse = withPermissions('sessions.write');
  expect(canAccess(nurse, '/sessions')).toBe(true);
  expect(canAccess(nurse, '/sessions/s1/roster')).toBe(true);
  expect(canAccess(nurse, '/users')).toBe(false);
  expect(canAccess(nurse, '/users/u1')).toBe(false);
});

it('opens what is no item of the navigation, and what only begins as one does', () => {
  const nobody = withPermissions();
  expect(canAccess(nobody, '/')).toBe(true);
  expect(canAccess(nobody, '/account')).toBe(true);
  expect(canAccess(nobody, '/users-guide')).toBe(true);
});
