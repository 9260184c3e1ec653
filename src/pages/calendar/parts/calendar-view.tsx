import { View } from '@tarojs/components';
import { useState } from 'react';
import { isFiltered, type AgendaFilter } from '@yugong/domain/agenda';
import { sayDate } from '@yugong/domain/calendar';
import { eventListUrl, subscribeUrl } from '@/features/events';
import { Notice } from '@/ui/notice';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { isBeyondHolidays } from '../model/next';
import { table } from '../table';
import { rangeOf, type Calendar } from '../use-calendar';
import { FilterSheet } from './filter-sheet';
import { Head } from './head';
import { JumpSheet } from './jump-sheet';
import { ListView } from './list-view';
import { MonthView } from './month-view';
import { WeekView } from './week-view';
import styles from './calendar-view.module.scss';

const views = { month: MonthView, week: WeekView, list: ListView };

/** The calendar in the view chosen, and what it does not know. */
export function CalendarView({ calendar }: { calendar: Calendar }) {
  const [sheet, setSheet] = useState<'jump' | 'filter' | null>(null);
  const close = () => setSheet(null);
  const { view, day, filter } = calendar;
  const Chosen = views[view];
  const { from, to } = rangeOf(view, day);
  return (
    <View>
      <Head calendar={calendar} onJump={() => setSheet('jump')} onFilter={() => setSheet('filter')} />
      {isFiltered(filter) && <View className={styles.state}>{`只看：${sayFilter(filter)}`}</View>}
      <ServedState calendar={calendar} />
      <Chosen calendar={calendar} />
      {isBeyondHolidays(table, from, view === 'list' ? from : to) && (
        <Notice>{`放假和调休安排只收到${sayDate(table.holidaysUntil, '')}，之后的以国务院通知为准。`}</Notice>
      )}
      <Section heading="还可以">
        <Row url={subscribeUrl(filter)} title="订阅到手机日历" detail="有新活动，手机日历里自动就有" />
        <Row url={eventListUrl()} title="全部活动" detail="能报名的，接下来的，办过的" />
      </Section>
      <JumpSheet calendar={calendar} open={sheet === 'jump'} onClose={close} />
      <FilterSheet calendar={calendar} open={sheet === 'filter'} onClose={close} />
    </View>
  );
}

const kindNames = { mine: '我的', event: '活动', screening: '筛查', holiday: '放假' } as const;

function sayFilter({ kind, adcode, joinable }: AgendaFilter): string {
  const district = table.districts.find((one) => one.adcode === adcode)?.title;
  return [kind && kindNames[kind], district, joinable && '还能报名的'].filter(Boolean).join('、');
}

/** Sessions come from the service: says so while they don't, since without them a day looks emptier than it is. */
function ServedState({ calendar: { served } }: { calendar: Calendar }) {
  const words = {
    loading: '正在取报名场次……',
    offline: '现在没有网络：报名场次没有显示，别的都在。',
    failed: '报名场次没有取到，别的都在。下拉可以再试。',
    ready: served.old
      ? '网络不通，名额是之前的。'
      : served.completeTo
        ? `场次太多，只列到${sayDate(served.completeTo, '')}，用区县筛选看得更全。`
        : null,
  }[served.state];
  return words ? (
    <View className={styles.state} ariaRole="status">
      {words}
    </View>
  ) : null;
}
