import { Text, View } from '@tarojs/components';
import type { SessionWire } from '@yugong/domain/session/wire';
import { open } from '@/platform/navigation';
import { MainButton } from '@/ui/button';
import { signUpUrl, ticketUrl } from '../../registration';
import type { MyRegistration } from './use-session';
import styles from './session.module.scss';

/** The page's one main action: to sign up, to join the line, or to see what one has. None where nothing can be done. */
export function JoinButton({ session: { id, state }, mine }: { session: SessionWire; mine: MyRegistration | null }) {
  const says = mine ? '看我的报名' : state === 'open' ? '报名' : state === 'waitlist' ? '报名，排候补' : null;
  if (says === null) return null;
  const url = mine ? ticketUrl({ registration: mine.id }) : signUpUrl({ session: id });
  return (
    <View className={styles.join}>
      <MainButton onPress={() => open(url)}>
        <Text>{says}</Text>
      </MainButton>
    </View>
  );
}
