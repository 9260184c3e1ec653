import { Text, View } from '@tarojs/components';
import { summarizeSession } from '@yugong/domain/session/words';
import { sayDay } from '@yugong/domain/calendar';
import { Actions, ArticleHead } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { MonthGrid } from '@/ui/month-grid';
import { Notice } from '@/ui/notice';
import { Failed, Loading, Offline } from '@/ui/states';
import { screeningUrl } from '..';
import { AskUnion } from '../../shared/ask-union';
import { SessionAlertButton } from '../../shared/session-alert';
import { CycleHelper } from './cycle-helper';
import { ALERT_TITLE, DayRows } from './day-rows';
import { DayFilters } from './filters';
import { sessionMarks, withAvoided } from './session-filter';
import type { useDays } from './use-days';
import styles from './days.module.scss';

/** A month and the day after: as far as a look ahead goes. */
const AHEAD = 62;

/** Which day: what there is first, narrowed down to what fits, as a calendar and as a list. */
export function DaysView(days: ReturnType<typeof useDays>) {
  const { served, refresh, offered, fitting, chosen, today } = days;
  const retry = () => void refresh();
  if (served.state !== 'ready')
    return (
      <View>
        <ArticleHead title="选择日期" />
        {served.state === 'loading' && <Loading what="场次" />}
        {served.state === 'offline' && <Offline what="场次" onRetry={retry} />}
        {served.state === 'failed' && <Failed what="场次" onRetry={retry} />}
        {served.state !== 'loading' && (
          <>
            <View>暂时无法加载场次，可以打电话咨询近期安排。</View>
            <Actions>
              <AskUnion />
            </Actions>
          </>
        )}
      </View>
    );
  const marks = sessionMarks(fitting, (session) => summarizeSession(session, today).text);
  return (
    <View>
      <ArticleHead title="选择日期" />
      {served.old && <Notice>网络连接失败，名额可能已变化，以报名时为准。</Notice>}
      {offered.length === 0 ? (
        <>
          <Empty
            title="暂无可报名的场次"
            explanation="有新场次会显示在这里，也可以打 12351 咨询。"
            ways={[{ text: '看两癌筛查', url: screeningUrl() }]}
          />
          <SessionAlertButton request={days.alert} title={ALERT_TITLE} />
        </>
      ) : (
        <>
          <DayFilters {...days} />
          <CycleHelper {...days} />
          <MonthGrid
            month={days.month}
            today={today}
            selected={chosen}
            marks={withAvoided(marks, days.rule, days.cycle.cycle, today, AHEAD)}
            dimPast
            onSelect={days.choose}
            onMonth={days.setMonth}
          />
          <View className={styles.legend}>余：有名额；候：可候补；待：未开始报名</View>
          {chosen !== null && (
            <View className={styles.chosen}>
              <Text>{sayDay(chosen, today)}</Text>
              <PlainButton onPress={() => days.choose(chosen)}>
                <Text>查看全部日期</Text>
              </PlainButton>
            </View>
          )}
          <DayRows {...days} />
        </>
      )}
      <Actions>
        <AskUnion />
      </Actions>
    </View>
  );
}
