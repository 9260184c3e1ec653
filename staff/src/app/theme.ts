/**
 * Ant Design's theme from the design tokens: warm paper, dark ink, one red. The console is read at a desk, so its
 * body text has the tokens' small size.
 */
import { theme, type ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';
import { dark, light, radius, space, target, text, type Palette } from '@yugong/tokens';

const FONTS =
  "system-ui, -apple-system, 'PingFang SC', 'HarmonyOS Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif";

const colours = (palette: Palette): ThemeConfig['token'] => ({
  colorPrimary: palette.red,
  colorLink: palette.red,
  colorLinkHover: palette.red,
  colorLinkActive: palette.red,
  colorSuccess: palette.open,
  colorSuccessBg: palette.openTint,
  colorWarning: palette.unknown,
  colorWarningBg: palette.unknownTint,
  colorError: palette.red,
  colorErrorText: palette.red,
  colorErrorBg: palette.redTint,
  colorInfo: palette.closed,
  colorInfoBg: palette.closedTint,
  colorBgBase: palette.paper,
  colorBgLayout: palette.paper,
  colorBgContainer: palette.surface,
  colorBgElevated: palette.surface,
  colorBgMask: palette.scrim,
  colorTextBase: palette.ink,
  colorText: palette.ink,
  colorTextSecondary: palette.inkSoft,
  colorTextTertiary: palette.inkFaint,
  colorTextQuaternary: palette.inkFaint,
  colorTextPlaceholder: palette.inkFaint,
  colorTextDisabled: palette.inkFaint,
  colorTextDescription: palette.inkFaint,
  colorTextLightSolid: palette.onRed,
  // A field's border has to be seen, so it is darker than the hairlines between rows.
  colorBorder: palette.inkFaint,
  colorBorderSecondary: palette.line,
  colorSplit: palette.line,
  colorFillAlter: palette.sunken,
  colorFillContent: palette.sunken,
  controlItemBgActive: palette.redTint,
  controlItemBgHover: palette.sunken,
});

const components = (palette: Palette): ThemeConfig['components'] => ({
  Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', primaryColor: palette.onRed },
  Table: {
    headerBg: 'transparent',
    headerColor: palette.inkFaint,
    headerSplitColor: 'transparent',
    rowHoverBg: palette.sunken,
    cellPaddingBlock: space[3],
    cellPaddingInline: space[3],
  },
  Tabs: { horizontalItemGutter: space[6], titleFontSize: text.small },
  Form: { labelColor: palette.ink, itemMarginBottom: space[5] },
  Segmented: { itemSelectedColor: palette.ink, trackBg: palette.sunken },
  Tag: { defaultBg: palette.closedTint, defaultColor: palette.closed },
});

interface Preferences {
  dark: boolean;
  /** Whether things may move. Ant has to know it too: it would wait for the end of an animation that never begins. */
  motion: boolean;
}

export function themeOf({ dark: isDark, motion }: Preferences): ThemeConfig {
  const palette = isDark ? dark : light;
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...colours(palette),
      motion,
      fontFamily: FONTS,
      fontSize: text.small,
      fontSizeSM: text.caption,
      fontSizeLG: text.body,
      lineHeight: 1.6,
      borderRadius: radius.small,
      controlHeight: target,
      controlHeightSM: space[7],
      boxShadow: 'none',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: components(palette),
  };
}

/** @returns a hook that tells whether the media query holds now */
function preference(media: string): () => boolean {
  const query = window.matchMedia(media);
  const follow = (changed: () => void): (() => void) => {
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  };
  return () => useSyncExternalStore(follow, () => query.matches);
}

/** The browser's preferences, followed while they change. */
export const useDark = preference('(prefers-color-scheme: dark)');
export const useLessMotion = preference('(prefers-reduced-motion: reduce)');
