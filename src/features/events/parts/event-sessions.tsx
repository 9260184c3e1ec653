import { Text } from '@tarojs/components';
import { SessionListWire, type SessionWire } from '@yugong/domain/session/wire';
import type { Day } from '@yugong/domain/calendar';
import { openDialler } from '@/platform/call';
import { pageUrl } from '@/platform/navigation/url';
import { hasService, useService } from '@/platform/service';
import { Actions, Paragraph } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { Section } from '@/ui/section';
import { SessionAlertButton } from '../../shared/session-alert';
import { unionHotline } from '../../shared/hotlines';
import { EventSessionRow } from '../session/other-sessions';

/** Sessions of an event that are shown; the calendar has the rest. */
const MAX_SESSIONS_SHOWN = 10;

/** How to take part: the sessions with their places, or honestly that nothing is known and whom to ask. */
export function EventSessions({ programme, today }: { programme: string | undefined; today: Day }) {
  const path = programme === undefined ? null : pageUrl('/api/v1/sessions', { programme, limit: MAX_SESSIONS_SHOWN });
  const { served } = useService(SessionListWire, path);
  const sessions = served.state === 'ready' ? served.data.sessions : [];
  if (path !== null && served.state === 'loading') return <Section heading="报名">正在加载场次……</Section>;
  return (
    <Section heading="报名">
      {sessions.map((session) => (
        <EventSessionRow key={session.id} session={session} today={today} />
      ))}
      {programme !== undefined && served.state === 'ready' && !sessions.some(isOpening) && (
        <SessionAlertButton
          request={{ kind: 'event', programmeId: programme, adcode: null, evening: false, weekend: false }}
          title="有场次通知我"
        />
      )}
      {sessions.length === 0 && (
        <>
          <Paragraph>{sayNone(path, served.state)}</Paragraph>
          <Actions>
            <PlainButton icon="phone" onPress={() => openDialler(unionHotline.dial)}>
              <Text>打 {unionHotline.number} 咨询工会</Text>
            </PlainButton>
          </Actions>
        </>
      )}
    </Section>
  );
}

/** Can one sign up for it, now or soon? Then its own page says how. */
const isOpening = ({ state }: SessionWire): boolean => ['open', 'waitlist', 'upcoming'].includes(state);

function sayNone(path: string | null, state: string): string {
  if (path === null) return '未公布是否需要报名，建议先打电话确认。';
  if (state === 'offline') return '现在没有网络，无法查看场次。';
  if (!hasService) return '还没有配置服务，无法查看场次。';
  return state === 'ready' ? '暂无场次，工会公布后会显示在这里。' : '场次加载失败，请稍后再试，或打电话咨询。';
}
