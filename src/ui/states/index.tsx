import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { hasService } from '@/platform/service';
import { Empty } from '../empty';
import { Skeleton } from '../skeleton';
import styles from './style.module.scss';

/** After this long a reader has to hear that it is the network, and that waiting still makes sense. */
const SLOW_MS = 5000;

/** Something is on its way from the network. Names it; after a while says that it is slow. */
export function Loading({ what, lines = 3 }: { what: string; lines?: number }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <View>
      <View className={styles.words} ariaRole="status">
        {slow ? `网络较慢，仍在加载${what}，可以先看其他内容。` : `正在加载${what}……`}
      </View>
      <Skeleton lines={lines} />
    </View>
  );
}

/** The network was there and the answer was not. Says what was kept, and offers to try again. */
export function Failed({
  what,
  kept,
  onRetry,
  elsewhere,
}: {
  what: string;
  /** What of the reader's doing is safe. */
  kept?: string;
  onRetry: () => void;
  elsewhere?: { text: string; url: string };
}) {
  // Trying again would change nothing.
  if (!hasService)
    return (
      <Empty
        title="还没有配置服务"
        explanation={`${what}要连接工会的服务才能查看，其他内容不受影响。`}
        ways={elsewhere ? [elsewhere] : []}
      />
    );
  return (
    <Empty
      title={`${what}加载失败`}
      explanation={['请稍后再试。', kept].filter(Boolean).join('')}
      ways={[{ text: '重试', onPress: onRetry }, ...(elsewhere ? [elsewhere] : [])]}
    />
  );
}

/** No network, and this is one of the few things that need it. */
export function Offline({
  what,
  onRetry,
  elsewhere,
}: {
  what: string;
  onRetry: () => void;
  elsewhere?: { text: string; url: string };
}) {
  return (
    <Empty
      title="现在没有网络"
      explanation={`${what}需要联网查看，其他内容不受影响。`}
      ways={[{ text: '重试', onPress: onRetry }, ...(elsewhere ? [elsewhere] : [])]}
    />
  );
}
