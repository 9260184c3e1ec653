import type { Day } from '@yugong/domain/calendar';
import { pageUrl } from '@/platform/navigation/url';
import { useService } from '@/platform/service';
import { Section } from '@/ui/section';
import { SessionRow } from './other-sessions';
import { Sessions } from './use-session';

/** What a list of events shows of a crowded season; the calendar has it all, by day and district. */
const MOST = 20;

/** Sessions of events that one can sign up for. Says nothing while none is known: content stands on its own. */
export function OpenSessions({ today }: { today: Day }) {
  const { served } = useService(Sessions, pageUrl('/api/v1/sessions', { kind: 'event', limit: MOST }));
  if (served.state !== 'ready' || served.data.sessions.length === 0) return null;
  const { sessions } = served.data;
  return (
    <Section
      heading="可以报名的"
      note={served.old ? '网络不通，名额是之前的' : undefined}
      more={{ text: '在日历里看', url: '/pages/calendar/index' }}
    >
      {sessions.map((session) => (
        <SessionRow key={session.id} session={session} today={today} />
      ))}
    </Section>
  );
}
