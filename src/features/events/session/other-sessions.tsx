import { dayAt, partsOf, type Day } from '@yugong/domain/calendar';
import { sayTimes } from '@yugong/domain/agenda';
import { summarizeSession } from '@yugong/domain/session/words';
import { type SessionWire, SessionListWire } from '@yugong/domain/session/wire';
import { pageUrl } from '@/platform/navigation/url';
import { useService } from '@/platform/service';
import { DateLead, Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { sessionUrl } from '..';

/** So many at most; the calendar has the rest. */
const MAX_OTHER_SESSIONS_SHOWN = 6;

/** Further sessions of the same programme: another day may do as well. Nothing where none is known. */
export function OtherSessions({ of: { id, programmeId }, today }: { of: SessionWire; today: Day }) {
  const path = pageUrl('/api/v1/sessions', { programme: programmeId, limit: MAX_OTHER_SESSIONS_SHOWN + 1 });
  const { served } = useService(SessionListWire, path);
  const others =
    served.state === 'ready'
      ? served.data.sessions.filter((one) => one.id !== id).slice(0, MAX_OTHER_SESSIONS_SHOWN)
      : [];
  if (others.length === 0) return null;
  return (
    <Section heading="其他场次">
      {others.map((one) => (
        <EventSessionRow key={one.id} session={one} today={today} replace />
      ))}
    </Section>
  );
}

/** A session in a list: its day, what and when, and whether there is a place. */
export function EventSessionRow({ session, today, replace }: { session: SessionWire; today: Day; replace?: boolean }) {
  const { month, day } = partsOf(dayAt(Date.parse(session.startsAt)));
  return (
    <Row
      url={sessionUrl(session.id)}
      {...(replace ? { replace } : {})}
      lead={<DateLead day={String(day)} month={`${month}月`} />}
      title={session.title}
      detail={[summarizeSession(session, today).text, sayTimes(session, today), session.place]
        .filter(Boolean)
        .join(' · ')}
    />
  );
}
