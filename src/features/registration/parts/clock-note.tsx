import { useClockOff } from '@/platform/service-time';
import { Notice } from '@/ui/notice';

/** Says so where the phone's clock is wrong: what is shown here goes by the service's. */
export function ClockNote() {
  const hours = useClockOff();
  if (hours === 0) return null;
  const size = Math.abs(hours) >= 24 ? `${Math.round(Math.abs(hours) / 24)} 天` : `${Math.abs(hours)} 小时`;
  return <Notice>{`手机时间${hours > 0 ? '慢' : '快'}了约 ${size}。本页的时间和期限以工会为准。`}</Notice>;
}
