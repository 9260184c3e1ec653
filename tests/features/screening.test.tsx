/** Screening on the phone: which sessions fit, what the calendar marks, and what the guides say of themselves. */
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { demoRules } from '../../server/src/demo/screening-rules';
import { gcj02 } from '@yugong/domain/geo';
import type { ProgrammeWire } from '@yugong/domain/programme/wire';
import type { SessionWire } from '@yugong/domain/session/wire';
import { nextDue } from '@yugong/domain/screening';
import { isoOf } from '@yugong/domain/time';
import { AfterView } from '@/features/screening/after/after-view';
import { useAfter } from '@/features/screening/after/use-after';
import {
  fits,
  isOffered,
  sessionMarks,
  sortSessions,
  withAvoided,
  type SessionWishes,
} from '@/features/screening/days/session-filter';
import { useCycle } from '@/features/screening/days/use-cycle';
import { checkedProgrammes, districtCentre, guides } from '@/features/screening/model';
import { load, stored } from '@/platform/storage';
import { phone } from '../setup/taro';
import { defined } from '@yugong/domain/narrow';

const session = (id: string, day: string, time = '09:00', change: Partial<SessionWire> = {}): SessionWire => ({
  id,
  programmeId: 'p',
  kind: 'screening',
  title: '筛查',
  place: id,
  adcode: '500103',
  note: null,
  demo: true,
  state: 'open',
  capacity: 3,
  seatsLeft: 2,
  waiting: 0,
  waitlistSize: 1,
  opensAt: '2026-02-01T00:00:00+08:00',
  closesAt: isoOf(day, '00:00'),
  cancelUntil: isoOf(day, '00:00'),
  startsAt: isoOf(day, time),
  endsAt: isoOf(day, '23:00'),
  ...change,
});

const every: SessionWishes = { adcode: null, evening: false, weekend: false };

describe('which day', () => {
  const morning = session('morning', '2026-02-12');
  const evening = session('evening', '2026-02-12', '18:30');
  const sunday = session('sunday', '2026-02-15', '09:00', { adcode: '500106' });
  const all = [morning, evening, sunday];
  const ids = (wish: Partial<SessionWishes>) =>
    all.filter((one) => fits(one, { ...every, ...wish })).map(({ id }) => id);

  it('is every day where nothing is wished', () => expect(ids({})).toEqual(['morning', 'evening', 'sunday']));
  it('adds evenings and weekends up', () => {
    expect(ids({ evening: true })).toEqual(['evening']);
    expect(ids({ weekend: true })).toEqual(['sunday']);
    expect(ids({ evening: true, weekend: true })).toEqual(['evening', 'sunday']);
  });
  it('keeps to a district', () => expect(ids({ adcode: '500106' })).toEqual(['sunday']));

  it('counts what one can still get, and nothing else', () => {
    const states = ['open', 'waitlist', 'upcoming', 'full', 'closed', 'past', 'cancelled'] as const;
    expect(states.filter((state) => isOffered(session('s', '2026-02-12', '09:00', { state })))).toEqual([
      'open',
      'waitlist',
      'upcoming',
    ]);
  });

  it('goes by day, and on one day by how far the district is', () => {
    const near = session('near', '2026-02-12', '14:00', { adcode: '500106' });
    const here = districtCentre('500106') ?? gcj02(106.45, 29.54);
    expect(sortSessions([sunday, morning, near], here, districtCentre).map(({ id }) => id)).toEqual([
      'near',
      'morning',
      'sunday',
    ]);
    expect(sortSessions([near, morning], null, districtCentre).map(({ id }) => id)).toEqual(['morning', 'near']);
  });
});

describe('the calendar', () => {
  const marks = sessionMarks(
    [session('a', '2026-02-12'), session('b', '2026-02-12', '14:00', { state: 'waitlist' })],
    () => '有',
  );

  it('says what is on a day, each by its sign', () =>
    expect(marks['2026-02-12']?.map(({ sign }) => sign)).toEqual(['余', '候']));

  it('marks the days that the clinic’s rule speaks against, and takes none away', () => {
    const cycle = { last: '2026-02-09', length: 28 };
    const marked = withAvoided(marks, demoRules.cycle, cycle, '2026-02-10', 30);
    // Seven days of period and three after it, from the ninth on.
    const avoided = Object.keys(marked).filter((day) =>
      marked[day]?.some(({ text }) => text.endsWith('要避开') && !text.includes('可能')),
    );
    expect(avoided.slice(0, 9)).toEqual([
      '2026-02-12',
      '2026-02-10',
      '2026-02-11',
      '2026-02-13',
      '2026-02-14',
      '2026-02-15',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
    ]);
    expect(marked['2026-02-19']).toBeUndefined();
    expect(marked['2026-02-12']?.map(({ sign }) => sign)).toEqual(['余', '候', '避']);
    expect(withAvoided(marks, null, cycle, '2026-02-10', 30)).toEqual(marks);
  });
});

describe('the dates of the cycle', () => {
  function Helper() {
    const { on, toggle, change, keep, cycle, fault } = useCycle('2026-02-10');
    return (
      <>
        <button onClick={toggle}>开关</button>
        <button onClick={() => change({ last: '2026-02-09' })}>最近</button>
        <button onClick={() => change({ before: '2026-01-12' })}>再前</button>
        <button onClick={() => keep(true)}>记</button>
        <button onClick={() => keep(false)}>不记</button>
        <p>{on ? `开 ${cycle?.length ?? fault}` : '关'}</p>
      </>
    );
  }
  const tap = (text: string) => userEvent.click(screen.getByText(text));

  it('are off, and then in memory alone', async () => {
    render(<Helper />);
    expect(screen.getByText('关')).toBeInTheDocument();
    await tap('开关');
    await tap('最近');
    expect(screen.getByText(/请选择两个日期/)).toBeInTheDocument();
    await tap('再前');
    expect(screen.getByText('开 28')).toBeInTheDocument();
    expect([...phone.storage.keys()]).toEqual([]);
  });

  it('stay on the phone only where their owner says so, and leave it at a tap', async () => {
    const { unmount } = render(<Helper />);
    for (const text of ['开关', '最近', '再前', '记']) await tap(text);
    expect(load(stored.cycleDates)).toEqual({ before: '2026-01-12', last: '2026-02-09' });
    unmount();
    render(<Helper />);
    expect(screen.getByText('开 28')).toBeInTheDocument();
    await tap('不记');
    expect(load(stored.cycleDates)).toBeNull();
  });
});

describe('what is checked', () => {
  const served = { id: 'own', kind: 'screening', title: 'x', organiser: 'o', age: null, rules: demoRules, demo: true };

  it('has the union’s own sessions first, and no event', () => {
    const events = { ...served, id: 'event', kind: 'event' };
    const ids = checkedProgrammes([served, events] as unknown as ProgrammeWire[]).map(({ id }) => id);
    expect(ids[0]).toBe('own');
    expect(ids).not.toContain('event');
    expect(ids).toContain('programme-national-screening');
  });

  it('has a next date by each interval, and none where no source gives one', () => {
    const national = checkedProgrammes([]).find(({ id }) => id === 'programme-national-screening');
    expect(nextDue(national?.rules ?? demoRules, '2026-02-01')?.map(({ day }) => day)).toEqual([
      '2029-02-01',
      '2031-02-01',
      null,
    ]);
  });
});

it('has short guides, each with its answer first and a source', () => {
  expect(guides.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6]);
  for (const { answer, points, source } of guides) {
    expect(answer.length).toBeLessThan(60);
    expect(points.flatMap(({ paragraphs }) => paragraphs).join('').length).toBeLessThan(400);
    expect(source.publisher).not.toBe('');
  }
});

describe('afterwards', () => {
  function After() {
    return <AfterView {...useAfter()} />;
  }

  it('puts the next date into the calendar under a name that anybody may read, and nothing else anywhere', async () => {
    render(<After />);
    await userEvent.click(screen.getByLabelText('已收到，没有问题'));
    fireEvent.change(screen.getByLabelText('检查日期'), { target: { value: '2026-02-01' } });
    await userEvent.selectOptions(screen.getByLabelText('检查项目'), 'programme-national-screening');
    expect(screen.getByText('2029年2月1日以后')).toBeInTheDocument();
    expect([...phone.storage.keys()]).toEqual([]);
    await userEvent.click(defined(screen.getAllByText('保存到应用日历')[0]));
    expect(load(stored.myDates)).toMatchObject([{ day: '2029-02-01', title: '健康检查', note: null }]);
    expect([...phone.storage.keys()]).toEqual(['my-dates']);
  });

  it('says what is unknown of the interval, and whom to ask for help', async () => {
    render(<After />);
    await userEvent.click(screen.getByLabelText('已收到，需要复查'));
    fireEvent.change(screen.getByLabelText('检查日期'), { target: { value: '2026-02-01' } });
    await userEvent.selectOptions(screen.getByLabelText('检查项目'), 'programme-union-screening');
    expect(screen.getByText(/检查间隔：以主办单位通知为准/)).toBeInTheDocument();
    expect(screen.getByText(/困难职工档案，得到帮扶/)).toBeInTheDocument();
  });
});

describe('after the screening', () => {
  function After() {
    return <AfterView {...useAfter()} />;
  }
  const say = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }));

  it('asks when it was only once it is known how it went, and says what follows', () => {
    const { container } = render(<After />);
    expect(screen.queryByLabelText('检查日期')).toBeNull();
    const nothingYet = container.textContent;
    say(/还没/);
    expect(screen.getByLabelText('检查日期')).toBeInTheDocument();
    const waiting = container.textContent;
    say(/需要复查/);
    const recalled = container.textContent;
    say(/正常|没有异常|没有问题/);
    const fine = container.textContent;
    expect(new Set([nothingYet, waiting, recalled, fine]).size).toBe(4);
  });

  it('says what to do about a recall to nobody else', () => {
    const headings = () => screen.queryAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    render(<After />);
    say(/需要复查/);
    const recalled = headings();
    say(/还没/);
    const waiting = headings();
    expect(recalled.filter((one) => !waiting.includes(one)).length).toBeGreaterThan(0);
    expect(waiting.filter((one) => !recalled.includes(one)).length).toBeGreaterThan(0);
  });
});
