/** Places the reader has, kept on this phone: at the clinic's door there may be no network. */
import { create } from 'zustand';
import * as v from 'valibot';
import { ProgrammeWire } from '@yugong/domain/programme/wire';
import { DAY } from '@yugong/domain/time';
import { forget, load, save, stored, type Ticket as StoredTicket } from '@/platform/storage';

/** A ticket with its programme; null where it was not asked for yet, or can't be read any more. */
export interface Ticket extends StoredTicket {
  programme: ProgrammeWire | null;
}

const StoredProgramme = v.fallback(v.nullable(ProgrammeWire), null);

/** How long after its session a ticket is still of use. */
const KEEP_AFTER_MS = 30 * DAY;

interface Tickets {
  tickets: readonly Ticket[];
  of: (registration: string) => Ticket | null;
  /** Keeps one in place of what was known of it. */
  keep: (ticket: Ticket) => void;
  clear: () => void;
}

export const useTickets = create<Tickets>((set, get) => ({
  tickets: load(stored.tickets).map((ticket) => ({ ...ticket, programme: v.parse(StoredProgramme, ticket.programme) })),
  of: (id) => get().tickets.find(({ registration }) => registration.id === id) ?? null,
  keep: (ticket) => {
    const others = get().tickets.filter(
      ({ registration, session }) =>
        registration.id !== ticket.registration.id && Date.parse(session.endsAt) > ticket.at - KEEP_AFTER_MS,
    );
    const tickets = [...others, ticket];
    save(stored.tickets, tickets);
    set({ tickets });
  },
  clear: () => {
    forget(stored.tickets);
    set({ tickets: [] });
  },
}));
