import Taro from '@tarojs/taro';
import { hasApi } from '../has-api';

/** WeChat's own font setting as a factor of the normal size (设置 → 通用 → 字体大小), 1 where unknown. */
export function fontScale(): number {
  if (!hasApi('getAppBaseInfo')) return 1;
  // fontSizeScaleFactor came with base library 2.23.4; before it, fontSizeSetting is in px with 16 as normal.
  const info = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number; fontSizeSetting?: number };
  const scale = info.fontSizeScaleFactor ?? (info.fontSizeSetting ?? 16) / 16;
  return Number.isFinite(scale) && scale > 0 ? Math.min(Math.max(scale, 0.8), 2) : 1;
}

/** How large the reader's text is now, as a factor of the normal size. */
export const textScale = fontScale;
