import { addDays, dayAt, sayDate, weekdayName } from '@/domain/calendar';
import { can, useMe } from '../../api/me';
import { Page } from '../../parts/page';
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
      {can(me, 'sessions.read') && <SessionsToday from={today} to={addDays(today, 7)} />}
      {can(me, 'legal-aid') && <LegalAidToday />}
      {can(me, 'outcomes') && <UntoldToday />}
      {can(me, 'stations') && <StationsToday />}
    </Page>
  );
}
