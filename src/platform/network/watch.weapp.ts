import Taro from '@tarojs/taro';
import { hasApi } from '../has-api';

/** Tells whether there is a network, now and whenever that changes. @returns stops it */
export function watchNetwork(tell: (online: boolean) => void): () => void {
  const change: Taro.onNetworkStatusChange.Callback = ({ isConnected }) => tell(isConnected);
  // Not knowing is no reason to say that there is none.
  if (hasApi('getNetworkType'))
    Taro.getNetworkType({ success: ({ networkType }) => tell(networkType !== 'none') }).catch(() => undefined);
  if (!hasApi('onNetworkStatusChange')) return () => undefined;
  Taro.onNetworkStatusChange(change);
  return () => Taro.offNetworkStatusChange(change);
}
