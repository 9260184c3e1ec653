import { useMemo, useState } from 'react';
import { ProgrammeListWire } from '@yugong/domain/programme/wire';
import { dayAt, type Day } from '@yugong/domain/calendar';
import { nextDue, slotTime, type Due } from '@yugong/domain/screening';
import { DAY, instantOf } from '@yugong/domain/time';
import { useMyDates } from '@/platform/my-dates';
import { addToPhoneCalendar, type PhoneCalendarAnswer } from '@/platform/phone-calendar';
import { useService } from '@/platform/service';
import { useServiceNow } from '@/platform/service-time';
import { load, stored } from '@/platform/storage';
import { screeningAfterUrl } from '..';
import { PROGRAMMES_PATH } from '../../shared/service-paths';
import { checkedProgrammes, type CheckedProgramme } from '../model';

/** What she says of the result: kept in memory alone, and nowhere else. */
export type ReportedResult = 'waiting' | 'fine' | 'recalled';

/** The last screening that this phone has a ticket for and that is over. */
function lastTicket(now: number): { day: Day; programme: string } | null {
  const past = load(stored.tickets)
    .filter(({ session, registration }) => session.kind === 'screening' && registration.status !== 'cancelled')
    .filter(({ session }) => Date.parse(session.endsAt) <= now)
    .sort((a, b) => a.session.startsAt.localeCompare(b.session.startsAt));
  const last = past[past.length - 1];
  return last ? { day: slotTime(last.session).day, programme: last.registration.programmeId } : null;
}

/** After the screening: when it was, what came of it, and when it is due again. */
export function useAfter() {
  const { now, today } = useServiceNow();
  const [known] = useState(() => lastTicket(now));
  const { served } = useService(ProgrammeListWire, PROGRAMMES_PATH);
  const programmes = useMemo<CheckedProgramme[]>(
    () => checkedProgrammes(served.state === 'ready' ? served.data.programmes : []),
    [served],
  );
  const [day, setDay] = useState(known?.day ?? '');
  const [chosen, setChosen] = useState(known?.programme ?? null);
  const [said, setSaid] = useState<ReportedResult | null>(null);
  const keep = useMyDates((state) => state.keep);
  const programme = programmes.find(({ id }) => id === chosen) ?? null;
  const due: Due[] | null = programme && day !== '' ? nextDue(programme.rules, day) : null;
  return {
    today,
    day,
    setDay,
    programmes,
    programme,
    setProgramme: setChosen,
    said,
    say: setSaid,
    due,
    /** Days since the screening; null while nobody has said when it was. */
    since: day === '' ? null : Math.round((Date.parse(today) - Date.parse(day)) / DAY),
    /** Into the app's own calendar, under a name that anybody may read. @returns what to say */
    keepDue: ({ of, day: on }: Due): string => {
      if (on === null) return '';
      const answer = keep({ id: `screening:${of}`, title: '健康检查', day: on, note: null, url: screeningAfterUrl() });
      return answer === 'kept' ? '已保存到“日历”' : '保存失败，手机存储已满';
    },
    /** Into the phone's. Call it from a tap. */
    addDue: async ({ of, day: on }: Due): Promise<PhoneCalendarAnswer> => {
      const at = instantOf(on ?? dayAt(now));
      return addToPhoneCalendar({
        uid: `screening-${of}`,
        title: '健康检查',
        startsAt: at,
        endsAt: at,
        allDay: true,
        // Nine in the morning of the day before.
        alarmMinutesBefore: 900,
      });
    },
  };
}
