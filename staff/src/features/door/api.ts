/** The door's part of the API. */
import { CheckInsWire, DoorWire, type CheckIn } from '@yugong/domain/check-in/wire';
import { StatusWire } from '@yugong/domain/roster/wire';
import { ask } from '../../api/client';

/** What a door asks of the service. */
export interface DoorApi {
  roster(sessionId: string): Promise<DoorWire>;
  send(sessionId: string, checkIns: CheckIn[], key: string): Promise<CheckInsWire>;
  takeBack(registrationId: string): Promise<void>;
}

/** @param device what this phone is called in the audit and at the other doors */
export const doorApi = (device: string): DoorApi => ({
  roster: (id) => ask(`GET /sessions/${id}/door`, { answer: DoorWire }),
  send: (id, checkIns, key) =>
    ask(`POST /sessions/${id}/check-ins`, { answer: CheckInsWire, body: { device, checkIns }, key }),
  takeBack: async (id) => {
    await ask(`PUT /registrations/${id}/attendance`, { answer: StatusWire, body: { to: 'booked' } });
  },
});
