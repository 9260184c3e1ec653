import { useRouter } from '@tarojs/taro';
import { useToday } from '@/platform/clock';
import { readParam } from '@/platform/navigation';
import { useArticleSharing } from '@/platform/share/article';
import { Page } from '@/ui/page';
import { eventListUrl, eventUrl } from '../..';
import { NotFound } from '../../../shared/not-found';
import { isContentId, useEvents } from '../../model';
import { EventArticle } from '../../parts/event-article';
import { SessionPage } from '../../session/session-view';
import '@/ui/icon/generated/events.scss';

/** An event of the content, or a session of the service's. */
export default function EventPage() {
  const { today } = useToday();
  const id = readParam(useRouter().params, 'id');
  const event = useEvents().find((one) => one.id === id);
  const isSession = id !== '' && !event && !isContentId(id);
  useArticleSharing(
    event?.title ?? '工会活动',
    event || isSession ? eventUrl(id) : eventListUrl(),
    '/features/events/share.png',
  );
  if (isSession) return <SessionPage id={id} today={today} />;
  if (!event) return <NotFound what="活动" listUrl={eventListUrl()} />;
  return (
    <Page title="活动">
      <EventArticle event={event} today={today} />
    </Page>
  );
}
