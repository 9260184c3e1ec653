import { Text, View } from '@tarojs/components';

export default function EmptyPage() {
  return (
    <View ariaRole="heading" aria-level={1}>
      <Text>empty</Text>
    </View>
  );
}
