import { Text } from '@tarojs/components';
import type { Day } from '@yugong/domain/calendar';
import { call } from '@/platform/call';
import { pageUrl } from '@/platform/navigation/url';
import { useService } from '@/platform/service';
import { Actions, Paragraph } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { Section } from '@/ui/section';
import { unionHotline } from '../../shared/union-hotline';
import { SessionRow } from '../session/other-sessions';
import { Sessions } from '../session/use-session';

/** Sessions of an event that are shown; the calendar has the rest. */
const MOST = 10;

/** How to take part: the sessions with their places, or honestly that nothing is known and whom to ask. */
export function JoinEvent({ programme, today }: { programme: string | undefined; today: Day }) {
  const path = programme === undefined ? null : pageUrl('/api/v1/sessions', { programme, limit: MOST });
  const { served } = useService(Sessions, path);
  const sessions = served.state === 'ready' ? served.data.sessions : [];
  if (path !== null && served.state === 'loading') return <Section heading="报名">正在取场次和名额……</Section>;
  return (
    <Section heading="报名">
      {sessions.map((session) => (
        <SessionRow key={session.id} session={session} today={today} />
      ))}
      {sessions.length === 0 && (
        <>
          <Paragraph>{sayNone(path, served.state)}</Paragraph>
          <Actions>
            <PlainButton icon="phone" onPress={() => call(unionHotline.dial)}>
              <Text>打 {unionHotline.number} 问工会</Text>
            </PlainButton>
          </Actions>
        </>
      )}
    </Section>
  );
}

function sayNone(path: string | null, state: string): string {
  if (path === null) return '没有查到要不要报名、还有没有名额，想去先问一声。';
  if (state === 'offline') return '现在没有网络，看不到场次和名额。';
  return state === 'ready'
    ? '现在没有公布场次，工会公布后会列在这里。'
    : '场次和名额没有取到，过一会儿再看，或者打电话问。';
}
