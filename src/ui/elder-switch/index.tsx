import Taro from '@tarojs/taro';
import { Text } from '@tarojs/components';
import { useAppearance } from '@/platform/appearance';
import { PlainButton } from '../button';

/** Switches 长辈版 on and off, for good; stands on home and under 我的, as MIIT's rules ask. */
export function ElderSwitch() {
  const elder = useAppearance((state) => state.elder);
  const setElder = useAppearance((state) => state.setElder);
  const change = () => {
    if (!setElder(!elder)) void Taro.showToast({ title: '手机存储已满，下次打开需重新选择', icon: 'none' });
  };
  return (
    <PlainButton onPress={change}>
      <Text>{elder ? '普通版' : '长辈版'}</Text>
    </PlainButton>
  );
}
