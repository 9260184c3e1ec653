import { ProgrammeListWire, type ProgrammeWire } from '@yugong/domain/programme/wire';
import { RegistrationListWire, type RegistrationDetail } from '@yugong/domain/registration/wire';
import { SessionWire } from '@yugong/domain/session/wire';
import { hasLogin, useService, type Served } from '@/platform/service';
import { MY_REGISTRATIONS_PATH, PROGRAMMES_PATH } from '../../shared/service-paths';

/** A session, its programme as far as it is known, and what I have in it. */
export interface SessionPage {
  served: Served<SessionWire>;
  programme: ProgrammeWire | null;
  mine: RegistrationDetail | null;
  refresh: () => Promise<void>;
}

export function useSessionPage(id: string): SessionPage {
  const session = useService(SessionWire, `/api/v1/sessions/${encodeURIComponent(id)}`);
  const programmes = useService(ProgrammeListWire, PROGRAMMES_PATH);
  const mine = useService(RegistrationListWire, hasLogin() ? MY_REGISTRATIONS_PATH : null, { as: 'me' });
  const served = session.served;
  const programmeId = served.state === 'ready' ? served.data.programmeId : null;
  return {
    served,
    programme:
      programmes.served.state === 'ready'
        ? (programmes.served.data.programmes.find((one) => one.id === programmeId) ?? null)
        : null,
    mine:
      mine.served.state === 'ready'
        ? (mine.served.data.registrations.find((one) => one.sessionId === id && one.status !== 'cancelled') ?? null)
        : null,
    refresh: async () => {
      await Promise.all([session.refresh(), programmes.refresh(), mine.refresh()]);
    },
  };
}
