import * as v from 'valibot';
import { ProgrammeWire } from '@yugong/domain/programme/wire';
import { RegistrationDetailWire } from '@yugong/domain/registration/wire';
import { SessionWire } from '@yugong/domain/session/wire';
import { hasLogin, useService, type Served } from '@/platform/service';

const Programmes = v.object({ programmes: v.array(ProgrammeWire) });
const Registrations = v.object({ registrations: v.array(RegistrationDetailWire) });
export const Sessions = v.object({ sessions: v.array(SessionWire) });

export type MyRegistration = v.InferOutput<typeof RegistrationDetailWire>;

/** A session, its programme as far as it is known, and what I have in it. */
export interface SessionPage {
  served: Served<SessionWire>;
  programme: ProgrammeWire | null;
  mine: MyRegistration | null;
  refresh: () => Promise<void>;
}

export function useSession(id: string): SessionPage {
  const session = useService(SessionWire, `/api/v1/sessions/${encodeURIComponent(id)}`);
  const programmes = useService(Programmes, '/api/v1/programmes');
  const mine = useService(Registrations, hasLogin() ? '/api/v1/me/registrations' : null, { as: 'me' });
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
