/** The four services, as home and the services tab offer them. */
import type { ServiceId } from '@yugong/domain/record';
import type { IconName } from '@/ui/icon/names';
import { eventListUrl } from './events';
import { legalAidUrl } from './legal-aid';
import { screeningUrl } from './screening';
import { stationListUrl } from './stations';

export interface Service {
  id: ServiceId;
  name: string;
  /** What it is good for, in one breath. */
  promise: string;
  icon: IconName;
  url: string;
}

export const services: readonly Service[] = [
  { id: 'stations', name: '找驿站', promise: '喝水、歇脚、充电', icon: 'map-pin', url: stationListUrl() },
  { id: 'screening', name: '两癌筛查', promise: '谁能查、怎么去', icon: 'ribbon', url: screeningUrl() },
  { id: 'legal-aid', name: '维权求助', promise: '期限、规定、帮手', icon: 'scale', url: legalAidUrl() },
  { id: 'events', name: '工会活动', promise: '接下来有什么', icon: 'calendar-days', url: eventListUrl() },
];

export const serviceOf = (id: ServiceId): Service => services.find((service) => service.id === id) as Service;
