import { Text, View } from '@tarojs/components';
import { openLocationSettings, type LocateOutcome } from '@/platform/locate';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { Pressable } from '@/ui/pressable';
import { stationPlaceUrl } from '../..';
import styles from './located-note.module.scss';

const LOCATE_MESSAGES = {
  asking: '正在找你的位置，先看下面的',
  denied: '没有拿到位置授权。不授权也能找，选一个地方就行',
  timeout: '等了一会儿，没有找到你的位置',
  unavailable: '手机没有给出位置，可能是定位关着',
  outside: '你现在不在重庆，先选一个重庆的地方',
} as const;

/** Why there is no list by distance, and two ways on. Says nothing once the place is found. */
export function LocatedNote({ located, onNear }: { located: LocateOutcome | 'asking'; onNear: () => void }) {
  const kind = located === 'asking' ? 'asking' : located.kind;
  if (kind === 'found') return null;
  return (
    <View className={styles.note}>
      <View className={styles.words} ariaRole="status">
        {LOCATE_MESSAGES[kind]}
      </View>
      {kind !== 'asking' && (
        <Actions near>
          <Pressable className={styles.way} url={stationPlaceUrl()}>
            <Text>选个地方</Text>
          </Pressable>
          {kind === 'denied' && openLocationSettings && (
            <PlainButton onPress={() => void openLocationSettings?.()}>
              <Text>去开授权</Text>
            </PlainButton>
          )}
          {kind !== 'outside' && (
            <PlainButton icon="locate-fixed" onPress={onNear}>
              <Text>再试定位</Text>
            </PlainButton>
          )}
        </Actions>
      )}
    </View>
  );
}
