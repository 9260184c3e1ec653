import { View } from '@tarojs/components';
import { Row } from '@/ui/row';
import { StateLine } from '@/ui/state-line';
import { ticketUrl } from '..';
import { sayWhen } from '../../shared/say-session';
import { sayStanding } from '../say';
import type { Mine } from './use-mine';

/** One registration in a list: how it stands, when and where. */
export function MineRow({ mine, clock }: { mine: Mine; clock: { now: number; today: string } }) {
  const { registration, session } = mine;
  const { word, detail, state } = sayStanding(registration, session, clock);
  return (
    <Row
      url={ticketUrl({ registration: registration.id })}
      title={
        <View>
          <StateLine state={state} word={word} detail={detail} />
          {sayWhen(session, clock.today)}
        </View>
      }
      detail={`${session.title}，${session.place}`}
    />
  );
}
