import { Text } from '@tarojs/components';
import { openDialler } from '@/platform/call';
import { PlainButton } from '@/ui/button';
import { unionHotline } from './hotlines';

/** A person to ask where the app can't help. */
export function AskUnion() {
  return (
    <PlainButton icon="phone" onPress={() => openDialler(unionHotline.dial)}>
      <Text>打 {unionHotline.number} 咨询工会</Text>
    </PlainButton>
  );
}
