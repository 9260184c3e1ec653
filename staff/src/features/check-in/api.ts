/** The door's part of the API. */
import { CheckInsWire, DoorWire, type CheckIn } from '@yugong/domain/check-in/wire';
import { StatusWire } from '@yugong/domain/roster/wire';
import { callApi } from '../../api/client';

/** What a door asks of the service. */
export interface CheckInApi {
  roster(sessionId: string): Promise<DoorWire>;
  send(sessionId: string, checkIns: CheckIn[], key: string): Promise<CheckInsWire>;
  undoCheckIn(registrationId: string): Promise<void>;
}

/** @param device what this phone is called in the audit and at the other doors */
export const checkInApi = (device: string): CheckInApi => ({
  roster: (id) => callApi(`GET /sessions/${id}/door`, { answer: DoorWire }),
  send: (id, checkIns, key) =>
    callApi(`POST /sessions/${id}/check-ins`, { answer: CheckInsWire, body: { device, checkIns }, key }),
  undoCheckIn: async (id) => {
    await callApi(`PUT /registrations/${id}/attendance`, { answer: StatusWire, body: { to: 'booked' } });
  },
});
