import type { IconName } from '../icon/names';

/** The four tab pages, for WeChat's own tab bar and for the one drawn in browsers. */
export const tabs = [
  { name: 'home', page: 'pages/home/index', text: '首页', icon: 'mark' },
  { name: 'services', page: 'pages/services/index', text: '服务', icon: 'layout-grid' },
  { name: 'calendar', page: 'pages/calendar/index', text: '日历', icon: 'calendar-days' },
  { name: 'me', page: 'pages/me/index', text: '我的', icon: 'user-round' },
] as const satisfies readonly { name: string; page: string; text: string; icon: IconName }[];

export type TabName = (typeof tabs)[number]['name'];
