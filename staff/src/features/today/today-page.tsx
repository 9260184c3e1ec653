import { addDays, dayAt, sayDate, weekdayName } from '@yugong/domain/calendar';
import { useMe } from '../../api/me';
import { Page } from '../../parts/page';
import { mayEnter } from '../../parts/rooms';
import { CallsToday } from './calls-today';
import { LegalAidToday } from './legal-aid-today';
import { SessionsToday } from './sessions-today';
import { StationsToday } from './stations-today';
import { UntoldToday } from './untold-today';

/** What waits for this person today; each part is somebody's whose role it is. */
export default function TodayPage() {
  const me = useMe();
  const today = dayAt(Date.now());
  return (
    <Page title={`${sayDate(today, today)} ${weekdayName(today)}`} lead={`${me.name}，今天有这些事。`}>
      {(mayEnter(me, '/sessions') || mayEnter(me, '/door')) && <SessionsToday from={today} to={addDays(today, 7)} />}
      {mayEnter(me, '/call-list') && <CallsToday />}
      {mayEnter(me, '/legal-aid') && <LegalAidToday />}
      {mayEnter(me, '/outcomes') && <UntoldToday />}
      {mayEnter(me, '/stations') && <StationsToday />}
    </Page>
  );
}
