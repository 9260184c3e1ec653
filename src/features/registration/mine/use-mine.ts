import { useMemo } from 'react';
import { type RegistrationWire } from '@yugong/domain/registration/wire';
import { type HeldWire, RegistrationListWire } from '@yugong/domain/registration/detail';
import type { SessionWire } from '@yugong/domain/session/wire';
import { useOutbox, type OutboxItem } from '@/platform/outbox';
import { hasLogin, useService, type Served } from '@/platform/service';
import { useServiceNow } from '@/platform/service-time';
import { MY_REGISTRATIONS_PATH } from '../../shared/service-paths';
import { isHistory } from '../is-history';
import { isRegistrationItem } from '../outbox-kinds';
import { useTickets } from '../ticket/tickets';

export interface OwnRegistration {
  registration: RegistrationWire;
  session: SessionWire;
  /** The family member whom it is for, by name or, offline, by initials; null where it is one's own. */
  familyMember: string | null;
}

/** Everything signed up for: what waits to be sent, what is to come, and what was. */
export function useMine(): {
  waiting: readonly OutboxItem[];
  /** What the union has to settle first. */
  held: readonly HeldWire[];
  coming: readonly OwnRegistration[];
  past: readonly OwnRegistration[];
  served: Served<unknown>;
  /** Is the list only what this phone knows? */
  old: boolean;
  refresh: () => Promise<void>;
  clock: { now: number; today: string };
} {
  const clock = useServiceNow();
  // Without an account nothing was ever signed up for, and looking must not make one.
  const { served, refresh } = useService(RegistrationListWire, hasLogin() ? MY_REGISTRATIONS_PATH : null, { as: 'me' });
  const tickets = useTickets((state) => state.tickets);
  const waiting = useOutbox().filter((item) => isRegistrationItem(item) && item.progress.state !== 'done');
  const all = useMemo<OwnRegistration[]>(
    () =>
      served.state === 'ready'
        ? served.data.registrations.map((one) => ({
            registration: one,
            session: one.session,
            familyMember: one.family ? (one.person?.name ?? null) : null,
          }))
        : tickets.map(({ registration, session, pass }) => ({
            registration,
            session,
            familyMember: pass?.signedUpBy ? pass.initials : null,
          })),
    [served, tickets],
  );
  const sorted = [...all].sort((a, b) => a.session.startsAt.localeCompare(b.session.startsAt));
  const past = sorted.filter((one) => isHistory(one.registration, one.session, clock.now));
  return {
    waiting,
    held: served.state === 'ready' ? served.data.held : [],
    coming: sorted.filter((one) => !past.includes(one)),
    past: past.reverse(),
    served,
    old: served.state === 'ready' ? served.old : all.length > 0,
    refresh,
    clock,
  };
}
