import type { AgendaItem } from '@yugong/domain/agenda';
import { defineFixtures } from '../fixtures/define';
import { AgendaLine } from '.';

const item: AgendaItem = {
  key: 'a',
  kind: 'event',
  title: '全市职工篮球比赛',
  start: '2026-11-23',
  end: '2026-11-23',
  time: { from: '19:00', to: '21:00' },
  venue: '重庆市劳动人民文化宫中心广场',
  adcode: null,
  url: '/pages/home/index',
  joinable: false,
  state: null,
  demo: false,
};
const line =
  (fields: Partial<AgendaItem>, over = false) =>
  () => <AgendaLine item={{ ...item, ...fields }} day={item.start} over={over} />;

export default defineFixtures('AgendaLine', {
  'from one time to another': line({}),
  'one can still join': line({ kind: 'screening', title: '两癌筛查', state: '余 8', joinable: true, demo: true }),
  "one's own": line({ kind: 'registration', title: '羽毛球友谊赛', state: '报名成功' }),
  'whole days': line({ time: null, end: '2026-12-01', title: '夏送清凉' }),
  'a deadline': line({ kind: 'deadline', time: null, title: '申请仲裁的最后一天', venue: null, url: null }),
  'a public holiday': line({ kind: 'holiday', time: null, title: '国庆节放假', venue: null, url: null }),
  'a day worked instead': line({ kind: 'workday', time: null, title: '国庆节调休上班', venue: null, url: null }),
  over: line({}, true),
});
