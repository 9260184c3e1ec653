/** Where a record of any collection is read, and what its kind is called. */
import type { CollectionName } from '@yugong/content/bundle';
import { caseUrl } from './cases';
import { eventUrl } from './events';
import { figuresUrl } from './figures';
import { legalAidUrl, rightUrl } from './legal-aid';
import { newsUrl } from './news';
import { guideUrl, screeningUrl } from './screening';
import { stationListUrl, stationUrl } from './stations';

const urls: Record<CollectionName, (id: string) => string> = {
  cases: caseUrl,
  news: newsUrl,
  events: eventUrl,
  stations: stationUrl,
  hotlines: legalAidUrl,
  'legal-places': legalAidUrl,
  'law-facts': legalAidUrl,
  'local-wages': legalAidUrl,
  'rights-guides': rightUrl,
  'screening-programmes': screeningUrl,
  'screening-guides': guideUrl,
  clinics: screeningUrl,
  districts: (id) => stationListUrl(id.replace('district-', '')),
  statistics: figuresUrl,
  holidays: () => '/pages/calendar/index',
};

/** The page that shows a record. */
export const recordUrl = (collection: CollectionName, id: string): string => urls[collection](id);

/** What a reader calls the kind of record. */
export const kindNames: Record<CollectionName, string> = {
  cases: '案例',
  news: '动态',
  events: '活动',
  stations: '驿站',
  hotlines: '热线',
  'legal-places': '法律服务机构',
  'law-facts': '法律规定',
  'local-wages': '工资标准',
  'rights-guides': '权利',
  'screening-programmes': '筛查项目',
  'screening-guides': '筛查知识',
  clinics: '医疗机构',
  districts: '区县',
  statistics: '数字',
  holidays: '放假安排',
};
