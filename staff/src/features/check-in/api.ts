/** Endpoints of check-in. */
import { CheckInsWire, DoorWire, type CheckIn, type WalkInRequest } from '@yugong/domain/check-in/wire';
import { StatusWire } from '@yugong/domain/roster/wire';
import { callApi } from '../../api/client';

/** What check-in needs of the service; tests bring their own. */
export interface CheckInApi {
  roster(sessionId: string): Promise<DoorWire>;
  send(sessionId: string, checkIns: CheckIn[], key: string): Promise<CheckInsWire>;
  /** A seat for somebody of the waiting list who came, and the check-in. */
  walkIn(sessionId: string, request: Pick<WalkInRequest, 'id' | 'registrationId'>): Promise<CheckInsWire>;
  undoCheckIn(registrationId: string): Promise<void>;
}

/** @param device this phone's name in the audit and on the other phones */
export const checkInApi = (device: string): CheckInApi => ({
  roster: (id) => callApi(`GET /sessions/${id}/door`, { answer: DoorWire }),
  send: (id, checkIns, key) =>
    callApi(`POST /sessions/${id}/check-ins`, {
      answer: CheckInsWire,
      body: { device, sentAt: new Date().toISOString(), checkIns },
      key,
    }),
  walkIn: (session, request) =>
    callApi(`POST /sessions/${session}/walk-ins`, { answer: CheckInsWire, body: { device, ...request } }),
  undoCheckIn: async (id) => {
    await callApi(`PUT /registrations/${id}/attendance`, {
      answer: StatusWire,
      body: { to: 'booked', seen: 'checked-in' },
    });
  },
});
