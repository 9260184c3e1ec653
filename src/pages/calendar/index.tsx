import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { Page } from '@/ui/page';
import { CalendarView } from './parts/calendar-view';
import { useCalendar } from './use-calendar';

export default function CalendarPage() {
  const calendar = useCalendar();
  usePullDownRefresh(() => {
    void calendar.refresh().then(() => Taro.stopPullDownRefresh());
  });
  return (
    <Page tab="calendar">
      <CalendarView calendar={calendar} />
    </Page>
  );
}
