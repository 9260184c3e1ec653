import { useClockOff } from '@/platform/service-time';
import { Notice } from '@/ui/notice';

/** Says so where the phone's clock is wrong: what is shown here goes by the service's. */
export function ClockNote() {
  const hours = useClockOff();
  if (hours === 0) return null;
  const size = Math.abs(hours) >= 24 ? `${Math.round(Math.abs(hours) / 24)} 天` : `${Math.abs(hours)} 小时`;
  return <Notice>{`这部手机的时间${hours > 0 ? '慢' : '快'}了约 ${size}。这里的时间和期限都按工会的算。`}</Notice>;
}
