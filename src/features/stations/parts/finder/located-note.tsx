import { Text, View } from '@tarojs/components';
import { openLocationSettings, type LocateOutcome } from '@/platform/locate';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { Pressable } from '@/ui/pressable';
import { stationPlaceUrl } from '../..';
import styles from './located-note.module.scss';

const LOCATE_MESSAGES = {
  asking: '正在定位，可以先看下面的',
  denied: '未开启定位权限，可以手动选择地点',
  timeout: '定位超时',
  unavailable: '无法定位，手机可能关闭了定位',
  outside: '你现在不在重庆，请选择一个重庆的地点',
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
            <Text>选择地点</Text>
          </Pressable>
          {kind === 'denied' && openLocationSettings && (
            <PlainButton onPress={() => void openLocationSettings?.()}>
              <Text>去开启</Text>
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
