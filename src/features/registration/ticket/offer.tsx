import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { MINUTE } from '@yugong/domain/time';
import { MainButton } from '@/ui/button';
import { sendTake } from '../sending';
import { sayInstant } from '../../shared/say-session';
import type { Ticket } from './tickets';
import styles from './ticket.module.scss';

/** How long is left, in the larger of the units that say something. */
function sayLeft(ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / MINUTE));
  return minutes < 60 ? `还有 ${minutes} 分钟` : `还有 ${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟`;
}

/** A place is kept for the first in line: until when, and the button that says yes. */
export function Offer({ ticket, now, today, busy }: { ticket: Ticket; now: number; today: string; busy: boolean }) {
  const { registration, session } = ticket;
  const { status, offerUntil } = registration;
  if (status !== 'waitlist' || offerUntil === null || Date.parse(offerUntil) <= now) return null;
  const take = () => {
    if (!sendTake(registration.id, session)) void Taro.showToast({ title: '手机存储满了，没有确认', icon: 'none' });
  };
  return (
    <View className={styles.change}>
      <View>
        有人取消，名额给你留着：{sayInstant(offerUntil, today)} 前确认才算数，{sayLeft(Date.parse(offerUntil) - now)}。
        过了就给下一位。
      </View>
      {!busy && (
        <MainButton onPress={take}>
          <Text>我要这个名额</Text>
        </MainButton>
      )}
    </View>
  );
}
