/** Endpoints of accounts and sign-in. */
import type { Endpoint } from '../../api/client';

export const accountEndpoints = {
  login: 'POST /login',
  setup: 'POST /setup',
  logout: 'DELETE /login',
  signIns: 'GET /me/sign-ins',
  endSignIn: (id: string): Endpoint => `DELETE /me/sign-ins/${id}`,
  password: 'PUT /me/password',
  accounts: 'GET /accounts',
  create: 'POST /accounts',
  edit: (id: string): Endpoint => `PUT /accounts/${id}`,
  reset: (id: string): Endpoint => `POST /accounts/${id}/reset`,
  addOrganisation: 'POST /organisations',
} as const;
