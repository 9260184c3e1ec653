import { View } from '@tarojs/components';
import type { Day } from '@yugong/domain/calendar';
import type { SessionWire } from '@yugong/domain/session/wire';
import { Actions } from '@/ui/article';
import { Row } from '@/ui/row';
import { StateLine } from '@/ui/state-line';
import { AskUnion } from '../../shared/ask-union';
import { sayInstant } from '../../shared/say-session';
import { SessionHead } from './session-head';

const words: Partial<Record<SessionWire['state'], string>> = {
  cancelled: '这一场取消了',
  past: '这一场已经结束',
  closed: '报名已经截止',
  upcoming: '还没有开始报名',
  full: '报满了，候补也满了',
};

/** Can anybody sign up now, for a place or for the waiting list? */
export const takesSignUps = ({ state }: SessionWire): boolean => state === 'open' || state === 'waitlist';

function detailOf({ state, opensAt, districtFull }: SessionWire, today: Day): string | null {
  if (districtFull) return '这个项目给本区的名额用完了，别的区县的场次可能还有';
  return state === 'upcoming' ? `${sayInstant(opensAt, today)} 开始` : null;
}

/** Why nobody can sign up for this session now, and what can be done instead. */
export function Cannot({ session, today, othersUrl }: { session: SessionWire; today: Day; othersUrl: string }) {
  const { state } = session;
  return (
    <View>
      <SessionHead session={session} today={today} />
      <StateLine
        large
        state="closed"
        word={session.districtFull ? '本区名额已满' : (words[state] ?? '现在不能报名')}
        detail={detailOf(session, today)}
      />
      <Row url={othersUrl} title="看看别的场次" />
      <Actions>
        <AskUnion />
      </Actions>
    </View>
  );
}
