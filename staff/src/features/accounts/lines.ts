/** The accounts' part of the API. */
import type { Line } from '../../api/client';

export const lines = {
  login: 'POST /login',
  setup: 'POST /setup',
  logout: 'DELETE /login',
  signIns: 'GET /me/sign-ins',
  endSignIn: (id: string): Line => `DELETE /me/sign-ins/${id}`,
  password: 'PUT /me/password',
  accounts: 'GET /accounts',
  create: 'POST /accounts',
  edit: (id: string): Line => `PUT /accounts/${id}`,
  reset: (id: string): Line => `POST /accounts/${id}/reset`,
  addOrganisation: 'POST /organisations',
} as const;
