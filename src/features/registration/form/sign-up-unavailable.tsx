import { View } from '@tarojs/components';
import type { Day } from '@yugong/domain/calendar';
import { describeSession } from '@yugong/domain/session/words';
import { Actions } from '@/ui/article';
import { Row } from '@/ui/row';
import { StateLine } from '@/ui/state-line';
import { AskUnion } from '../../shared/ask-union';
import type { SignUpContext } from './draft';
import { SessionHead } from './session-head';

/** Can anybody sign up now, for a seat or for the waitlist? */
export const takesSignUps = ({ state }: SignUpContext['session']): boolean => state === 'open' || state === 'waitlist';

/** Says why nobody can sign up for this session now, and what can be done instead. */
export function SignUpUnavailable({
  seen: { session, programme },
  today,
  othersUrl,
}: {
  seen: SignUpContext;
  today: Day;
  othersUrl: string;
}) {
  const { word, detail } = describeSession(session, today, programme.team !== null);
  return (
    <View>
      <SessionHead session={session} today={today} />
      <StateLine large state="closed" word={word} detail={detail} />
      <Row url={othersUrl} title="看看其他场次" />
      <Actions>
        <AskUnion />
      </Actions>
    </View>
  );
}
