import { useToday } from '@/platform/clock';
import { ArticleHead } from '@/ui/article';
import { Page } from '@/ui/page';
import { EventList } from '../../parts/event-list';
import '@/ui/icon/generated/events.scss';

export default function EventListPage() {
  const { today } = useToday();
  return (
    <Page title="工会活动">
      <ArticleHead title="工会活动" />
      <EventList today={today} />
    </Page>
  );
}
