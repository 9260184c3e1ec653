import { useService } from '@/platform/service';
import { useServiceNow } from '@/platform/service-time';
import { saySeats, sayWhen } from '../../shared/say-session';
import { Sessions, SESSIONS } from '../answers';
import { isOffered } from '../days/find';

/** What is free next, in a line; or why nobody knows just now. */
export function useNext(): string {
  const { today } = useServiceNow();
  const { served } = useService(Sessions, SESSIONS);
  if (served.state === 'loading') return '正在看最近哪天有名额……';
  if (served.state === 'offline') return '现在没有网，看不到场次';
  if (served.state === 'failed') return '现在连不上工会的服务，打 12351 也能问';
  const { sessions } = served.data;
  const next = sessions.find(({ state }) => state === 'open') ?? sessions.find(isOffered);
  if (!next) return '现在没有开放报名的场次';
  return `最近：${sayWhen(next, today)}，${next.place}，${saySeats(next, today).text}`;
}
