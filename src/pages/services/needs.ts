/** All that the app can do, by what somebody needs it for. */
import { caseListUrl } from '@/features/cases';
import { eventListUrl, subscribeUrl } from '@/features/events';
import { figuresUrl } from '@/features/figures';
import { legalAidUrl, legalPageUrl } from '@/features/legal-aid';
import { newsListUrl } from '@/features/news';
import { screeningAfterUrl, screeningCheckUrl, screeningDaysUrl, screeningUrl } from '@/features/screening';
import { searchUrl } from '@/features/search';
import { stationListUrl, stationReportsUrl } from '@/features/stations';
import type { IconName } from '@/ui/icon';
import type { Tone } from '@/ui/sign';

interface NeedItem {
  title: string;
  detail: string;
  url: string;
}

export interface Need {
  name: string;
  tone: Tone;
  icon: IconName;
  items: readonly NeedItem[];
}

export const needs: readonly Need[] = [
  {
    name: '身体',
    tone: 'screening',
    icon: 'ribbon',
    items: [
      { title: '两癌筛查', detail: '女职工免费检查', url: screeningUrl() },
      { title: '我能查吗', detail: '答几个问题就知道', url: screeningCheckUrl() },
      { title: '选检查日期', detail: '有名额就能报名', url: screeningDaysUrl() },
      { title: '查完以后', detail: '结果、复查、下次', url: screeningAfterUrl() },
    ],
  },
  {
    name: '工作',
    tone: 'legal-aid',
    icon: 'scale',
    items: [
      { title: '维权求助', detail: '从发生了什么问起', url: legalAidUrl() },
      { title: '算一算', detail: '补偿、欠薪、加班费', url: legalPageUrl('amounts') },
      { title: '还剩几天', detail: '仲裁、工伤的期限', url: legalPageUrl('clock') },
      { title: '写申请书', detail: '填好就能带走', url: legalPageUrl('claim') },
      { title: '要存的证据', detail: '拍什么、找谁要', url: legalPageUrl('evidence') },
      { title: '加入工会', detail: '怎么入会、问谁', url: searchUrl('加入工会') },
    ],
  },
  {
    name: '路上',
    tone: 'stations',
    icon: 'map-pin',
    items: [
      { title: '找驿站', detail: '喝水、休息、厕所', url: stationListUrl() },
      { title: '哪里充电', detail: '手机和电动车', url: searchUrl('哪里充电') },
      { title: '路上受伤', detail: '工伤怎么认定', url: searchUrl('工伤') },
      { title: '驿站反馈', detail: '关门、缺水告诉我们', url: stationReportsUrl() },
    ],
  },
  {
    name: '家里',
    tone: 'events',
    icon: 'house',
    items: [
      { title: '困难帮扶', detail: '向工会申请、求助', url: legalPageUrl('ask') },
      { title: '孩子托管', detail: '假期托管、托育', url: searchUrl('托管') },
      { title: '产假哺乳', detail: '假期和工资怎么算', url: searchUrl('产假') },
      { title: '一起参加', detail: '周末活动、比赛', url: eventListUrl() },
    ],
  },
  {
    name: '学习',
    tone: 'reading',
    icon: 'newspaper',
    items: [
      { title: '创新案例', detail: '各级工会的做法', url: caseListUrl() },
      { title: '工会动态', detail: '按周看，可选区县', url: newsListUrl() },
      { title: '数说工会', detail: '公开数据画成图', url: figuresUrl() },
      {
        title: '订阅日历',
        detail: '活动进手机日历',
        url: subscribeUrl({ kind: null, adcode: null, joinable: false }),
      },
    ],
  },
];
