import * as v from 'valibot';
import { useEffect, useMemo } from 'react';
import { ProgrammeListWire } from '@yugong/domain/programme/wire';
import type { DueOfferWire } from '@yugong/domain/due-reminder/wire';
import type { RegistrationChange } from '@yugong/domain/registration/history';
import type { Team } from '@yugong/domain/registration/team';
import { RegistrationWire, PassWire } from '@yugong/domain/registration/wire';
import { type ReminderWire, RegistrationDetailWire } from '@yugong/domain/registration/detail';
import { useService, type Served } from '@/platform/service';
import { serviceNow } from '@/platform/service-time';
import { PROGRAMMES_PATH } from '../../shared/service-paths';
import { registrationPath } from '../endpoints';
import { useTickets, type Ticket } from './tickets';

/** A pass is for who has a place, or has just used it. */
const hasPass = (status: string): boolean => status === 'booked' || status === 'checked-in';

/**
 * A registration with all that is needed at the door: as the service has it, or as this phone last heard.
 *
 * @returns `old`: the service can't be asked, and things may have changed since `ticket.at`
 */
export function useTicket(id: string): {
  ticket: Ticket | null;
  /** The others of one's team, as the service has them: names are not kept on the phone. */
  team: Team | null;
  /** The name of the family member whom one signed up, as the service has it; null where it is one's own place. */
  familyMember: string | null;
  /** A message the day before; null where there is none, or the service can't be asked. */
  reminder: ReminderWire | null;
  /** What happened to it, as far as the service can be asked. */
  history: readonly RegistrationChange[];
  /** When the next screening is due; null before this one is over, and where the service can't be asked. */
  due: DueOfferWire | null;
  old: boolean;
  served: Served<unknown>;
  refresh: () => Promise<void>;
} {
  const path = id === '' ? null : registrationPath(id);
  const detail = useService(RegistrationDetailWire, path, { as: 'me' });
  const programmes = useService(ProgrammeListWire, PROGRAMMES_PATH);
  const current = detail.served.state === 'ready' ? detail.served : null;
  const wantsPass = current !== null && hasPass(current.data.status);
  const pass = useService(PassWire, wantsPass ? `${path}/pass` : null, { as: 'me' });
  const kept = useTickets((state) => state.tickets.find(({ registration }) => registration.id === id) ?? null);
  const keep = useTickets((state) => state.keep);

  const data = current?.data;
  const programmeList = programmes.served.state === 'ready' ? programmes.served.data.programmes : null;
  const passData = pass.served.state === 'ready' ? pass.served.data : null;
  const fresh = useMemo<Ticket | null>(() => {
    if (!data) return null;
    const before = useTickets.getState().of(id);
    // Its own schema strips what was typed: that has no business in storage.
    const registration = v.parse(RegistrationWire, data);
    const { session } = data;
    // Moved to another session, the pass is another one.
    const own =
      passData?.session.id === session.id
        ? { code: passData.code, initials: passData.initials, signedUpBy: passData.signedUpBy }
        : null;
    const same = before?.registration.sessionId === session.id ? before.pass : null;
    return {
      registration,
      session,
      programme: programmeList?.find((one) => one.id === registration.programmeId) ?? before?.programme ?? null,
      pass: hasPass(registration.status) ? (own ?? same) : null,
      at: serviceNow(),
    };
  }, [id, data, programmeList, passData]);
  const asked = current !== null && !current.old;
  useEffect(() => {
    if (fresh && asked) keep(fresh);
  }, [fresh, asked, keep]);

  return {
    ticket: fresh ?? kept,
    team: data?.team ?? null,
    familyMember: data?.family ? (data.person?.name ?? null) : null,
    reminder: data?.reminder ?? null,
    history: data?.history ?? [],
    due: data?.due ?? null,
    old: current === null ? kept !== null && detail.served.state !== 'loading' : current.old,
    served: detail.served,
    refresh: async () => {
      await Promise.all([detail.refresh(), pass.refresh()]);
    },
  };
}
