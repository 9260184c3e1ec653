import { Text, View } from '@tarojs/components';
import { sayDay } from '@yugong/domain/calendar';
import { Actions, ArticleHead } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { MonthGrid } from '@/ui/month-grid';
import { Notice } from '@/ui/notice';
import { Failed, Loading, Offline } from '@/ui/states';
import { screeningUrl } from '..';
import { AskUnion } from '../../shared/ask-union';
import { saySeats } from '../../shared/say-session';
import { CycleHelper } from './cycle-helper';
import { DayRows } from './day-rows';
import { Filters } from './filters';
import { sessionMarks, withAvoided } from './find';
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
        <ArticleHead title="选哪一天" />
        {served.state === 'loading' && <Loading what="场次" />}
        {served.state === 'offline' && <Offline what="场次" onRetry={retry} />}
        {served.state === 'failed' && <Failed what="场次" onRetry={retry} />}
        {served.state !== 'loading' && (
          <>
            <View>场次和名额在工会的服务上，现在看不到。可以先打电话问最近有没有。</View>
            <Actions>
              <AskUnion />
            </Actions>
          </>
        )}
      </View>
    );
  const marks = sessionMarks(fitting, (session) => saySeats(session, today).text);
  return (
    <View>
      <ArticleHead title="选哪一天" />
      {served.old && <Notice>现在连不上工会的服务，名额是上次看到的，报名时以当时的为准。</Notice>}
      {offered.length === 0 ? (
        <Empty
          title="现在没有开放报名的场次"
          explanation="新的场次开了会列在这里。着急的可以打 12351 问。"
          ways={[{ text: '看两癌筛查', url: screeningUrl() }]}
        />
      ) : (
        <>
          <Filters {...days} />
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
          <View className={styles.legend}>余：还有名额。候：满了，可以排队。待：还没开始报名。</View>
          {chosen !== null && (
            <View className={styles.chosen}>
              <Text>{sayDay(chosen, today)}</Text>
              <PlainButton onPress={() => days.choose(chosen)}>
                <Text>看全部日子</Text>
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
