/** The ticket's date and alarm, and what home may say of a station. */
import { instantOf } from '@yugong/domain/time';
import { alarmMinutes, leaveEventOf } from '@/features/registration/ticket/calendar-buttons';
import { sayExactDate, ticketPictureWords } from '@/features/registration/ticket/ticket-picture';
import { ticketOf, ticketSessionOf } from '../fixtures/tickets';
import { nearStationOf } from '@/features/stations/use-finder';
import type { StationRow } from '@yugong/domain/station';

describe('the alarm in the phone’s calendar', () => {
  it('rings at 19:00 the evening before, whenever the session begins', () => {
    const now = instantOf('2026-12-01', '12:00');
    expect(alarmMinutes(instantOf('2026-12-11', '09:00'), now)).toBe(14 * 60);
    expect(alarmMinutes(instantOf('2026-12-11', '19:30'), now)).toBe(24 * 60 + 30);
  });

  it('rings two hours before where that evening is over', () => {
    expect(alarmMinutes(instantOf('2026-12-11', '09:00'), instantOf('2026-12-10', '20:00'))).toBe(120);
  });
});

it('adds the way there as an entry of its own, which rings when it begins and names no screening', () => {
  const session = ticketSessionOf({ startsAt: '2026-12-11T14:00:00+08:00', address: '演示路 1 号' });
  expect(leaveEventOf(ticketOf({ id: 'a', session }), 60)).toEqual({
    uid: 'registration-a-leave',
    title: '该出发了：工会预约',
    startsAt: instantOf('2026-12-11', '13:00'),
    endsAt: instantOf('2026-12-11', '14:00'),
    place: '演示医院，演示路 1 号',
    alarmMinutesBefore: 0,
  });
});

it('says the date in full, with the year where it is another', () => {
  expect(sayExactDate({ startsAt: '2026-12-11T14:00:00+08:00' }, '2026-11-30')).toBe('12月11日 周五 14:00');
  expect(sayExactDate({ startsAt: '2027-01-08T14:00:00+08:00' }, '2026-11-30')).toBe('2027年1月8日 周五 14:00');
});

describe('the picture of a ticket', () => {
  const now = instantOf('2026-12-10', '20:05');
  const session = ticketSessionOf({
    startsAt: '2026-12-11T14:00:00+08:00',
    address: '演示路 1 号',
    floor: '3 楼',
    phone: '12351',
  });

  it('has dates that stay true, how the place is found, and when it was made', () => {
    const words = ticketPictureWords(ticketOf({ id: '01JD7Q9Z3K4M5N6P7Q8R9S0T1V', session }), now);
    expect(words.when).toBe('2026年12月11日 周五 14:00');
    expect(words.lines).toEqual(['演示医院', '演示路 1 号，3 楼', '电话 12351', '携带 身份证']);
    expect(words.note).toMatch(/^2026年12月10日 周四 20:05 保存。改期或取消后，这张图片作废/);
    expect(JSON.stringify(words)).not.toMatch(/今天|明天|本周/);
  });

  it('names an event, and of a screening not that it is one', () => {
    const linesOf = (kind: 'event' | 'screening') =>
      ticketPictureWords(ticketOf({ id: 'a', session: { ...session, kind } }), now).lines;
    expect(linesOf('event')[0]).toBe('两癌筛查');
    expect(linesOf('screening').join()).not.toContain('筛查');
  });
});

describe('the station that home may name', () => {
  const until = instantOf('2026-12-01', '22:00');
  const row: StationRow = {
    id: 'station-a',
    title: '演示驿站',
    kind: 'union_station',
    precision: 'place',
    district: null,
    adcode: null,
    street: null,
    address: null,
    anyoneMayEnter: 'unknown',
    floor: null,
    facilities: [],
    roundTheClock: false,
    way: { metres: 400, walkMinutes: 6, rideMinutes: 2, about: null },
    now: { state: 'open', until, special: null },
    arrival: { state: 'open', until, special: null },
    verification: { state: 'unverified' },
    toldOn: null,
    hoursAreCurrent: true,
    demo: true,
  };

  const jiefangbei = { title: '解放碑', about: 0 };

  it('has no figure for the way from a place known only roughly', () => {
    expect(nearStationOf(row, { ...jiefangbei, about: 1000 }, 'walk')?.minutes).toBeNull();
  });

  it('is said with the way and until when it is open', () => {
    expect(nearStationOf(row, jiefangbei, 'walk')).toEqual({
      id: 'station-a',
      title: '演示驿站',
      place: '解放碑',
      minutes: 6,
      travel: 'walk',
      openUntil: until,
    });
  });

  it('is none where it is closed, unknown, or its hours are old', () => {
    expect(nearStationOf(null, jiefangbei, 'walk')).toBeNull();
    expect(nearStationOf({ ...row, hoursAreCurrent: false }, jiefangbei, 'walk')).toBeNull();
    expect(
      nearStationOf({ ...row, now: { state: 'closed', opensAt: until, special: null } }, jiefangbei, 'walk'),
    ).toBeNull();
  });
});
