import { useToday } from '@/platform/clock';
import { Page } from '@/ui/page';
import { digest } from '../digest';
import { comingMonths } from './model';
import { CalendarView } from './parts/calendar-view';

export default function CalendarPage() {
  const { today } = useToday();
  return (
    <Page tab="calendar">
      <CalendarView today={today} months={comingMonths(digest, today)} holidaysUntil={digest.holidaysUntil} />
    </Page>
  );
}
