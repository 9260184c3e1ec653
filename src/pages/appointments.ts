/** What the reader has signed up for and that is still to come, for home and 我的. */
import * as v from 'valibot';
import { daysBetween, dayAt, type Day } from '@yugong/domain/calendar';
import { AppointmentListWire, type AppointmentWire } from '@yugong/domain/registration/wire';
import { preparationTimeline } from '@yugong/domain/screening';
import { ScreeningRules } from '@yugong/domain/screening/rules';
import { ticketUrl } from '@/features/registration';
import { MY_REGISTRATIONS_PATH } from '@/features/shared/service-paths';
import { hasLogin, useService } from '@/platform/service';
import { useServiceNow } from '@/platform/service-time';
import { load, stored, type Ticket } from '@/platform/storage';

/** A place, or one on the waiting list, of a session that isn't over. */
export interface Appointment {
  id: string;
  url: string;
  kind: 'screening' | 'event';
  status: 'booked' | 'waitlist' | 'checked-in';
  /** What others may read on a phone that lies on the table: a screening's name is not among it. */
  title: string;
  startsAt: string;
  endsAt: string;
  day: Day;
  daysAway: number;
  place: string;
  /** What to do about it today; null where there is nothing, or nothing is known. */
  today: string | null;
  demo: boolean;
}

type Known = Pick<Ticket, 'registration' | 'session' | 'programme'>;

/** Each registration once: as the service has it now where it could be asked, else as this phone kept it. */
function knownOf(served: readonly AppointmentWire[] | null, tickets: readonly Ticket[]): Known[] {
  if (served === null) return [...tickets];
  const programmeOf = new Map(tickets.map(({ registration, programme }) => [registration.id, programme]));
  return served.map((one) => ({
    registration: one,
    session: one.session,
    programme: programmeOf.get(one.id) ?? null,
  }));
}

/** Of a kept programme only what there is to prepare. */
const Preparing = v.fallback(v.object({ rules: v.nullable(ScreeningRules) }), { rules: null });

/**
 * What today asks for: an event's preparation in its own words. Of a screening only how much there is, because home is
 * read over the shoulder.
 */
function sayToday({ session, programme }: Known, now: number): string | null {
  const rows = preparationTimeline(v.parse(Preparing, programme), session.startsAt) ?? [];
  const due = rows.filter(({ from, until }) => from <= now && now < until);
  if (due.length === 0) return null;
  return session.kind === 'screening'
    ? `今天有 ${due.length} 项准备`
    : `今天：${due.map(({ text }) => text).join('；')}`;
}

/**
 * The reader's sessions that are still to come, the next in front.
 *
 * @param served null where the service has not answered yet, or can't
 * @param now milliseconds since the epoch
 */
export function appointmentsOf({
  served,
  tickets,
  now,
  today,
}: {
  served: readonly AppointmentWire[] | null;
  tickets: readonly Ticket[];
  now: number;
  today: Day;
}): Appointment[] {
  return knownOf(served, tickets)
    .flatMap((known): Appointment[] => {
      const { registration, session } = known;
      const { status } = registration;
      if (status !== 'booked' && status !== 'waitlist' && status !== 'checked-in') return [];
      if (session.state === 'cancelled' || Date.parse(session.endsAt) <= now) return [];
      const day = dayAt(Date.parse(session.startsAt));
      return [
        {
          id: registration.id,
          url: ticketUrl({ registration: registration.id }),
          kind: session.kind,
          status,
          title: session.kind === 'screening' ? '工会预约' : session.title,
          startsAt: session.startsAt,
          endsAt: session.endsAt,
          day,
          daysAway: daysBetween(today, day),
          place: session.place,
          today: sayToday(known, now),
          demo: session.demo,
        },
      ];
    })
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}

/** The same for a page: what the phone kept at once, what the service says when it answers. */
export function useAppointments(): Appointment[] {
  const clock = useServiceNow();
  const { served } = useService(AppointmentListWire, hasLogin() ? MY_REGISTRATIONS_PATH : null, { as: 'me' });
  return appointmentsOf({
    served: served.state === 'ready' ? served.data.registrations : null,
    tickets: load(stored.tickets),
    ...clock,
  });
}
