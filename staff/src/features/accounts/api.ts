/** Endpoints of accounts and sign-in. */
import * as v from 'valibot';
import { AccountWire } from '@yugong/domain/staff-account/wire';
import { callApi, type Endpoint } from '../../api/client';

const AccountsWire = v.object({ accounts: v.array(AccountWire) });

/** Everybody's account within the person's own scope. @throws {ApiError} */
export const fetchAccounts = (signal?: AbortSignal) => callApi('GET /accounts', { answer: AccountsWire, signal });

export const accountEndpoints = {
  login: 'POST /login',
  setup: 'POST /setup',
  logout: 'DELETE /login',
  signIns: 'GET /me/sign-ins',
  endSignIn: (id: string): Endpoint => `DELETE /me/sign-ins/${id}`,
  password: 'PUT /me/password',
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
  renameOrganisation: (id: string): Endpoint => `PUT /organisations/${id}`,
} as const;
