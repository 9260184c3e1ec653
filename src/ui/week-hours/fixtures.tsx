import { defineFixtures } from '../fixtures/define';
import { WeekHours, type HoursDay } from '.';

const names = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const week = (day: (at: number) => Omit<HoursDay, 'key' | 'name' | 'today'>): HoursDay[] =>
  names.map((name, at) => ({ key: name, name: at === 2 ? '今天' : name, today: at === 2, ...day(at) }));

const office: HoursDay['spans'] = [
  [540, 720],
  [840, 1080],
];

export default defineFixtures('WeekHours', {
  'with lunch breaks': () => (
    <WeekHours
      now={660}
      days={week((at) =>
        at < 5
          ? { state: 'known', text: '9:00–12:00，14:00–18:00', spans: office }
          : { state: 'known', text: '休息', spans: [] },
      )}
    />
  ),
  'past midnight and a holiday': () => (
    <WeekHours
      now={1360}
      days={week((at) => ({
        state: 'known',
        text: at === 4 ? '休息' : '18:00–次日 2:00',
        spans:
          at === 4
            ? [[0, 120]]
            : [
                [0, 120],
                [1080, 1440],
              ],
        ...(at === 4 ? { note: '国庆节' } : {}),
      }))}
    />
  ),
  'all day': () => <WeekHours now={30} days={week(() => ({ state: 'known', text: '全天', spans: [[0, 1440]] }))} />,
  unknown: () => <WeekHours now={null} days={week(() => ({ state: 'unknown', text: '未公布', spans: [] }))} />,
});
