import { Text, View } from '@tarojs/components';
import { DENIED_ADVICE, openLocationSettings, openPhoneSettings, type LocateOutcome } from '@/platform/locate';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { Pressable } from '@/ui/pressable';
import { stationPlaceUrl } from '../..';
import styles from './located-note.module.scss';

const LOCATE_MESSAGES = {
  asking: '正在定位，可以先看下面的',
  denied: DENIED_ADVICE,
  'phone-denied': '手机没有允许微信使用位置，这要在手机自己的设置里打开',
  timeout: '定位超时',
  unavailable: '无法定位，手机可能关闭了定位',
  outside: '你现在不在重庆，请选择一个重庆的地点',
} as const;

/** Why there is no list by distance, and two ways on. Says nothing once the place is found. */
export function LocatedNote({ located, onNear }: { located: LocateOutcome | 'asking'; onNear: () => void }) {
  const kind = located === 'asking' ? 'asking' : located.kind;
  if (kind === 'found') return null;
  const openSettings = kind === 'denied' ? openLocationSettings : kind === 'phone-denied' ? openPhoneSettings : null;
  return (
    <View className={styles.note}>
      <View className={styles.words} ariaRole="status">
        {LOCATE_MESSAGES[kind]}
      </View>
      {kind !== 'asking' && (
        <Actions near>
          <Pressable className={styles.way} url={stationPlaceUrl()}>
            <Text>选择地点</Text>
          </Pressable>
          {openSettings && (
            <PlainButton onPress={() => void openSettings()}>
              <Text>{kind === 'phone-denied' ? '打开手机设置' : '去开启'}</Text>
            </PlainButton>
          )}
          {kind !== 'outside' && (
            <PlainButton icon="locate-fixed" onPress={onNear}>
              <Text>重新定位</Text>
            </PlainButton>
          )}
        </Actions>
      )}
    </View>
  );
}
