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
  stepUp: 'POST /me/step-up',
  alerts: 'GET /me/alerts',
  readAlert: (id: string): Endpoint => `POST /me/alerts/${id}/read`,
  accountSignIns: (id: string): Endpoint => `GET /accounts/${id}/sign-ins`,
  endAccountSignIns: (id: string): Endpoint => `DELETE /accounts/${id}/sign-ins`,
  unlock: (id: string): Endpoint => `DELETE /accounts/${id}/lock`,
  reset: (id: string): Endpoint => `POST /accounts/${id}/reset`,
  addOrganisation: 'POST /organisations',
} as const;
