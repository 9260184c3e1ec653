import type { TabName } from './tabs';

export type { TabName } from './tabs';

/** WeChat draws the tab bar of app.config.ts. */
export function TabBar(_props: { current: TabName }) {
  return null;
}
