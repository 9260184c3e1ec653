/** Dates for the phone's calendar: the file a browser hands over, and what WeChat is asked. */
import ICAL from 'ical.js';
import { addToPhoneCalendar as inBrowser, type PhoneEvent } from '@/platform/phone-calendar';
import { addToPhoneCalendar as inWechat } from '@/platform/phone-calendar/index.weapp';
import { icsOf } from '@/platform/phone-calendar/ics';
import { phone } from '../setup/taro';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const screening: PhoneEvent = {
  uid: 'session-1',
  title: '两癌筛查；带身份证, 空腹',
  startsAt: at('2026-03-05T09:30:00'),
  endsAt: at('2026-03-05T10:00:00'),
  place: '渝中区某某路 1 号\\二楼',
  notes: '第一行\n第二行',
  alarmMinutesBefore: 90,
};
const deadline: PhoneEvent = {
  uid: 'deadline',
  title: '仲裁时效最后一天',
  // One minute to midnight in Chongqing: still that day, though the next in Tokyo and the same in London.
  startsAt: at('2027-02-28T23:59:00'),
  endsAt: at('2027-02-28T23:59:00'),
  allDay: true,
  alarmMinutesBefore: 900,
};

/** The event as an independent reader of RFC 5545 understands it. */
function read(text: string) {
  ICAL.design.strict = true;
  const event = new ICAL.Component(ICAL.parse(text) as string).getFirstSubcomponent('vevent');
  if (!event) throw new Error('no VEVENT');
  return { event: new ICAL.Event(event), alarm: event.getFirstSubcomponent('valarm') };
}

describe('the file', () => {
  it('says what was given, whatever marks the words have', () => {
    const { event, alarm } = read(icsOf(screening, 0));
    expect(event.summary).toBe(screening.title);
    expect(event.location).toBe(screening.place);
    expect(event.description).toBe(screening.notes);
    expect(event.uid).toBe('session-1@yugong');
    expect(event.startDate.toUnixTime() * 1000).toBe(screening.startsAt);
    expect(event.endDate.toUnixTime() * 1000).toBe(screening.endsAt);
    expect((alarm?.getFirstPropertyValue('trigger') as ICAL.Duration).toSeconds()).toBe(-5400);
  });

  it('is a calendar of one event by its letter, with what RFC 5545 asks of each part', () => {
    const lines = icsOf({ ...screening, notes: undefined, place: undefined }, at('2026-03-01T08:00:00')).split('\r\n');
    expect(lines).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//yugong//phone-calendar//ZH',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:session-1@yugong',
      'DTSTAMP:20260301T000000Z',
      'DTSTART:20260305T013000Z',
      'DTEND:20260305T020000Z',
      'SUMMARY:两癌筛查；带身份证\\, 空腹',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:两癌筛查；带身份证\\, 空腹',
      'TRIGGER:-PT90M',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('folds after exactly 75 octets, whether a character has one, two, three or four', () => {
    for (const character of ['a', 'é', '汉', '😀']) {
      const [, ...rest] = icsOf({ ...screening, notes: character.repeat(60) }, 0).split('DESCRIPTION:');
      const folded = (rest[0] ?? '').split('\r\n').filter((line) => line.startsWith(' '));
      const size = Buffer.byteLength(character);
      // A full continuation has no room for one more.
      for (const line of folded.slice(0, -1)) expect(Buffer.byteLength(line) + size).toBeGreaterThan(75);
    }
  });

  it('has whole days in Chongqing, the last of them inside', () => {
    const { event } = read(icsOf(deadline, 0));
    expect(event.startDate.isDate).toBe(true);
    expect(event.startDate.toString()).toBe('2027-02-28');
    expect(event.endDate.toString()).toBe('2027-03-01');
  });

  it('rings only when asked', () => {
    expect(read(icsOf({ ...screening, alarmMinutesBefore: undefined }, 0)).alarm).toBeNull();
  });

  it('ends lines with CRLF and folds them at 75 octets, never inside a character', () => {
    const text = icsOf({ ...screening, notes: `a${'汉'.repeat(80)}${'😀'.repeat(30)}` }, 0);
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\ufffd');
    }
    expect(read(text).event.description).toBe(`a${'汉'.repeat(80)}${'😀'.repeat(30)}`);
  });
});

describe('in a browser', () => {
  const clicked: { name: string; type: string }[] = [];
  beforeEach(() => {
    clicked.length = 0;
    jest.useFakeTimers();
    let type = '';
    URL.createObjectURL = (file: Blob) => {
      ({ type } = file);
      return 'blob:calendar';
    };
    URL.revokeObjectURL = jest.fn();
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push({ name: this.download, type });
    });
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('hands over a file with a name that any phone can keep, and lets go of it', async () => {
    await expect(inBrowser(screening)).resolves.toBe('added');
    expect(clicked).toEqual([{ name: '两癌筛查；带身份证,-空腹.ics', type: 'text/calendar;charset=utf-8' }]);
    expect(document.querySelector('a')).toBeNull();
    jest.runAllTimers();
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:calendar');
  });

  it('says so where no file can be handed over', async () => {
    jest.spyOn(console, 'warn').mockImplementation();
    URL.createObjectURL = () => {
      throw new Error('no blobs here');
    };
    await expect(inBrowser(screening)).resolves.toBe('failed');
  });
});

describe('in WeChat', () => {
  it('asks in seconds, with the alarm in seconds too', async () => {
    await expect(inWechat(screening)).resolves.toBe('added');
    expect(phone.calendar).toEqual([
      {
        title: screening.title,
        allDay: false,
        startTime: screening.startsAt / 1000,
        endTime: String(screening.endsAt / 1000),
        alarm: true,
        alarmOffset: 5400,
        location: screening.place,
        description: screening.notes,
      },
    ]);
  });

  it('makes whole days from midnight to midnight in Chongqing', async () => {
    await inWechat(deadline);
    expect(phone.calendar[0]).toMatchObject({
      startTime: at('2027-02-28T00:00:00') / 1000,
      endTime: String(at('2027-02-28T23:59:59') / 1000),
    });
  });

  it.each([
    ['fail cancel', 'cancelled'],
    ['fail auth deny', 'denied'],
    ['fail:authorize no response', 'denied'],
    ['fail system error', 'failed'],
  ])('understands “%s” as %s', async (refusal, answer) => {
    jest.spyOn(console, 'warn').mockImplementation();
    phone.calendarRefusal = refusal;
    await expect(inWechat(deadline)).resolves.toBe(answer);
    jest.restoreAllMocks();
  });
});
