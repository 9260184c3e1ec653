import { View } from '@tarojs/components';
import { useState } from 'react';
import { isFiltered, type AgendaFilter } from '@yugong/domain/agenda';
import { sayDate } from '@yugong/domain/calendar';
import { eventListUrl, subscribeUrl } from '@/features/events';
import { hasService } from '@/platform/service';
import { Notice } from '@/ui/notice';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { unannouncedYear } from '../model/next';
import { districts } from '../table';
import { rangeOf, type Calendar } from '../use-calendar';
import { FilterSheet } from './filter-sheet';
import { CalendarHead } from './calendar-head';
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
  const unannounced = unannouncedYear(calendar.table, view === 'list' ? from : to);
  return (
    <View>
      <CalendarHead calendar={calendar} onJump={() => setSheet('jump')} onFilter={() => setSheet('filter')} />
      {/* In places of their own: beside the days, a line that comes or goes would send WeChat all of them again. */}
      <View>
        {isFiltered(filter) && <View className={styles.state}>{`只看：${sayFilter(filter)}`}</View>}
        {calendar.served.state !== 'loading' && <ServedState calendar={calendar} />}
      </View>
      <Chosen calendar={calendar} />
      {/* Below, since what goes away again must not move the days; as high as a screen, so that nothing under it does either. */}
      <View className={calendar.served.state === 'loading' ? styles.room : ''}>
        {calendar.served.state === 'loading' && <ServedState calendar={calendar} />}
      </View>
      {unannounced !== null && (
        <Notice>{`${unannounced}年的调休安排还没公布，目前只有法定节假日。公布后会在这里更新。`}</Notice>
      )}
      <Section heading="更多">
        <Row url={subscribeUrl(filter)} title="订阅到手机日历" detail="有新活动时自动更新到手机日历" />
        <Row url={eventListUrl()} title="全部活动" detail="可报名、近期和往期" />
      </Section>
      <JumpSheet calendar={calendar} open={sheet === 'jump'} onClose={close} />
      <FilterSheet calendar={calendar} open={sheet === 'filter'} onClose={close} />
    </View>
  );
}

const kindNames = { mine: '我的', event: '活动', screening: '筛查', holiday: '放假' } as const;

function sayFilter({ kind, adcode, joinable }: AgendaFilter): string {
  const district = districts.find((one) => one.adcode === adcode)?.title;
  return [kind && kindNames[kind], district, joinable && '可报名'].filter(Boolean).join('、');
}

/** Sessions come from the service: says so while they don't, since without them a day looks emptier than it is. */
function ServedState({ calendar: { served } }: { calendar: Calendar }) {
  const words = {
    loading: '正在加载报名场次……',
    offline: '现在没有网络，未显示报名场次，其他内容不受影响。',
    failed: hasService
      ? '报名场次加载失败，其他内容不受影响。下拉可以重试。'
      : '还没有配置服务，未显示报名场次，其他内容不受影响。',
    ready: served.old
      ? '网络不通，名额可能已变化。'
      : served.completeTo
        ? `场次较多，只显示到${sayDate(served.completeTo, '')}，按区县筛选可查看更多。`
        : null,
  }[served.state];
  return words ? (
    <View className={styles.state} ariaRole="status">
      {words}
    </View>
  ) : null;
}
