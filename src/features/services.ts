/** The four services, as home and the services tab offer them. */
import { defined } from '@yugong/domain/narrow';
import type { ServiceId } from '@yugong/domain/record';
import type { IconName } from '@/ui/icon/names';
import { eventListUrl } from './events';
import { legalAidUrl } from './legal-aid';
import { screeningUrl } from './screening';
import { stationListUrl } from './stations';

export interface ServiceEntry {
  id: ServiceId;
  name: string;
  /** What it is good for, in one breath: it has to fit under a tile. */
  promise: string;
  icon: IconName;
  url: string;
}

export const services: readonly ServiceEntry[] = [
  { id: 'stations', name: '找驿站', promise: '喝水歇脚充电', icon: 'map-pin', url: stationListUrl() },
  { id: 'screening', name: '两癌筛查', promise: '女职工免费检查', icon: 'ribbon', url: screeningUrl() },
  { id: 'legal-aid', name: '维权求助', promise: '算钱、写申请书', icon: 'scale', url: legalAidUrl() },
  { id: 'events', name: '工会活动', promise: '近期活动、报名', icon: 'calendar-days', url: eventListUrl() },
];

export const serviceOf = (id: ServiceId): ServiceEntry => defined(services.find((service) => service.id === id));
