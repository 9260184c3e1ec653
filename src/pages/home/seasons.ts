/** What a time of the year brings, by rule and date: nothing here is announced, so nothing here names a day. */
import { legalPageUrl } from '@/features/legal-aid';
import { searchUrl } from '@/features/search';
import { stationListUrl } from '@/features/stations';
import type { Day } from '@yugong/domain/calendar';
import type { IconName } from '@/ui/icon';
import type { Tone } from '@/ui/sign';

export interface SeasonTip {
  id: string;
  /** The first and the last day of each year, `MM-DD`; a season over the New Year ends before it begins. */
  from: string;
  to: string;
  tone: Tone;
  icon: IconName;
  title: string;
  detail: string;
  url: string;
}

const tips: readonly SeasonTip[] = [
  {
    id: 'heat-rest',
    from: '06-01',
    to: '09-30',
    tone: 'stations',
    icon: 'map-pin',
    title: '高温天找个凉快地方',
    detail: '驿站里有水、有空调的先看',
    url: stationListUrl(),
  },
  {
    id: 'holiday-care',
    from: '06-20',
    to: '08-31',
    tone: 'events',
    icon: 'calendar-days',
    title: '暑假孩子去哪里',
    detail: '工会的假期托管和托育点',
    url: searchUrl('托管'),
  },
  {
    id: 'heat-pay',
    from: '06-01',
    to: '09-30',
    tone: 'legal-aid',
    icon: 'scale',
    title: '高温津贴该有吗',
    detail: '规定怎么说，没发怎么办',
    url: searchUrl('高温津贴'),
  },
  {
    id: 'warmth',
    from: '11-15',
    to: '02-15',
    tone: 'events',
    icon: 'calendar-days',
    title: '送温暖：家里有困难',
    detail: '可以向工会申请帮扶，写下来或打电话',
    url: legalPageUrl('ask'),
  },
  {
    id: 'wages',
    from: '11-15',
    to: '02-15',
    tone: 'legal-aid',
    icon: 'scale',
    title: '年底把工资结清',
    detail: '没发够的，先算出能要多少',
    url: legalPageUrl('amounts'),
  },
];

const isIn = ({ from, to }: SeasonTip, date: string): boolean =>
  from <= to ? from <= date && date <= to : date >= from || date <= to;

/**
 * The tips of a day's season, at most so many.
 *
 * @example seasonTips('2026-07-15', 2).map(({ id }) => id) // ['heat-rest', 'holiday-care']
 */
export const seasonTips = (today: Day, amount: number): SeasonTip[] =>
  tips.filter((tip) => isIn(tip, today.slice(5))).slice(0, amount);
