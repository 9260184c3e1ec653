/** Legal aid: the questions, what follows from them, the clock and the amounts. */
import { act, fireEvent, render, screen } from '@testing-library/react';
import { troubles } from '@yugong/domain/labour-law';
import { computeAmount, kindsFor, mostMonths } from '@/features/legal-aid/amounts/compute';
import { useDraft } from '@/features/legal-aid/draft/store';
import { restDays } from '@/features/legal-aid/model';
import AmountsPage from '@/features/legal-aid/pages/amounts';
import ClockPage from '@/features/legal-aid/pages/clock';
import InterviewPage from '@/features/legal-aid/pages/interview';
import RoutePage from '@/features/legal-aid/pages/route';
import { questionsFor } from '@/features/legal-aid/questions/questions';
import { routeFor } from '@/features/legal-aid/routes/routes';
import { useMyDates } from '@/platform/my-dates';
import type { LegalDraft } from '@/platform/storage';
import { atNoon, give, press, TODAY, told } from '../fixtures/legal-aid';
import { phone } from '../setup/taro';

atNoon();

describe('the questions', () => {
  it('ask only what makes sense for the answers', () => {
    const ids = (part: Partial<LegalDraft>) => questionsFor(told(part)).map(({ id }) => id);
    expect(ids({})).toEqual(['troubles', 'relation', 'still', 'started', 'events']);
    expect(ids({ troubles: ['dismissed'], fields: { still: 'no' } })).toEqual(
      expect.arrayContaining(['ended', 'ending', 'knew']),
    );
    expect(ids({ troubles: ['injury'] })).toEqual(expect.arrayContaining(['injuredOn', 'injuryReported']));
    expect(ids({ events: [{ kind: 'asked', on: '', proven: false }] })).toContain('event-asked');
  });

  it('want the first answer, and let the others be skipped to the end', () => {
    render(<InterviewPage />);
    press('下一个');
    expect(screen.getByText(/选一件最接近的/)).toBeInTheDocument();
    fireEvent.click(screen.getByRole('checkbox', { name: /拖着工资不发/ }));
    press('下一个');
    expect(screen.getByRole('radiogroup', { name: /签了什么/ })).toBeInTheDocument();
    press('不知道，跳过');
    press('不知道，跳过');
    press('不知道，跳过');
    press('看该怎么做');
    expect(phone.visited).toEqual(['/features/legal-aid/pages/route/index']);
    expect(useDraft.getState().draft.troubles).toEqual(['wages']);
  });

  it('go back, and find the answer there', () => {
    render(<InterviewPage />);
    fireEvent.click(screen.getByRole('checkbox', { name: /加班没给钱/ }));
    press('下一个');
    press('上一个');
    expect(screen.getByRole('checkbox', { name: /加班没给钱/ })).toBeChecked();
  });
});

describe('the route', () => {
  it.each(troubles)('is never a dead end: %s', (trouble) => {
    const steps = routeFor(told({ troubles: [trouble] }));
    expect(steps.length).toBeGreaterThan(2);
    expect(steps.some(({ call }) => call !== undefined)).toBe(true);
    expect(new Set(steps.map(({ title }) => title)).size).toBe(steps.length);
    for (const { text, cost } of steps) expect(text.length * cost.length).toBeGreaterThan(0);
  });

  it('shows a platform worker occupational injury, mediation and the test of a labour relation', () => {
    const text = routeFor(told({ troubles: ['platform'] }))
      .map((step) => step.title + step.text)
      .join();
    for (const word of ['职业伤害', '调解', '是不是受它管']) expect(text).toContain(word);
  });

  it('puts safety first where somebody is harassed', () => {
    expect(routeFor(told({ troubles: ['wages', 'harassment'] }))[0]?.call).toBe('110');
  });

  it('is there for one who answered nothing', () => {
    render(<RoutePage />);
    expect(screen.getByText('请工会出面')).toBeInTheDocument();
  });
});

describe('the clock', () => {
  const dismissed = { troubles: ['dismissed'], fields: { still: 'no', ended: '2025-06-05', knew: '2025-06-05' } };

  it('sends one without dates to the questions', () => {
    render(<ClockPage />);
    expect(screen.getByRole('link', { name: '回答几个问题' })).toBeInTheDocument();
  });

  it('says the days, under a week with what that allows, and shows how it was reckoned', () => {
    give(dismissed);
    render(<ClockPage />);
    expect(screen.getByText('4')).toBeInTheDocument();
    expect(screen.getByText(/法律援助法第四十四条/)).toBeInTheDocument();
    expect(screen.queryByText(/从第二天起算一年/)).toBeNull();
    press('怎么算的');
    expect(screen.getByText(/从第二天起算一年，到 2026-06-05/)).toBeInTheDocument();
    expect(screen.getByText('劳动争议调解仲裁法第二十七条第一款')).toBeInTheDocument();
  });

  it('keeps a day in the app’s calendar, and clearing takes it away', () => {
    give(dismissed);
    render(<ClockPage />);
    press('记在日历页');
    expect(useMyDates.getState().items).toMatchObject([{ id: 'legal-aid:dismissed', day: '2026-06-05' }]);
    act(() => useDraft.getState().clear());
    expect(useMyDates.getState().items).toEqual([]);
  });
});

describe('the amounts', () => {
  const work = {
    troubles: ['dismissed'],
    fields: {
      ending: 'told-to-go',
      still: 'no',
      started: '2021-03-01',
      ended: '2023-08-15',
      earnings: '60,000',
      earningsMonths: '12',
    },
  };

  it('show the amount first, then every line, the articles and what would change it', () => {
    give(work);
    render(<AmountsPage />);
    expect(screen.getAllByText('25,000 元').length).toBeGreaterThan(0);
    expect(screen.getByText('5,000 元 × 2.5 × 2')).toBeInTheDocument();
    expect(screen.getByText('劳动合同法第四十八条、第八十七条')).toBeInTheDocument();
    expect(screen.getByText(/没填当地最低工资/)).toBeInTheDocument();
  });

  it('say what is missing, and what is wrong at its field', () => {
    give({ ...work, fields: { ...work.fields, earnings: '六万', earningsMonths: '' } });
    render(<AmountsPage />);
    expect(screen.getByText(/^还差：/)).toHaveTextContent('填是几个月的');
    expect(screen.getByLabelText(/一共应得多少/)).toBeInvalid();
  });

  it('never say the law gives nothing without saying why', () => {
    give({ ...work, fields: { ...work.fields, ending: 'resigned' } });
    render(<AmountsPage />);
    expect(screen.getByText(/自己辞职没有经济补偿/)).toBeInTheDocument();
  });

  it('take a local figure only with its year, and ask to confirm it', () => {
    const compute = (fields: Record<string, string>) =>
      computeAmount('ending', told({ ...work, fields: { ...work.fields, ...fields } }), TODAY, restDays);
    expect(compute({ minimum: '6000' })).toMatchObject({ state: 'missing', faults: [{ field: 'minimumAsOf' }] });
    const ready = compute({ minimum: '6000', minimumAsOf: '2025' });
    expect(JSON.stringify(ready)).toContain('请核实');
  });

  it.each([
    ['the end before the start', { ended: '2020-01-01' }, 'ended'],
    ['no months', { earningsMonths: '0' }, 'earningsMonths'],
    ['thirteen months', { earningsMonths: '13' }, 'earningsMonths'],
    ['more months than were worked', { started: '2023-06-01', earningsMonths: '4' }, 'earningsMonths'],
  ])('refuse %s', (_what, fields, field) => {
    const computed = computeAmount('ending', told({ ...work, fields: { ...work.fields, ...fields } }), TODAY, restDays);
    expect(computed).toMatchObject({ state: 'missing', faults: [{ field, typed: true }] });
  });

  it('of a short time are averaged over its months', () => {
    expect(mostMonths('2023-06-01', '2023-08-15')).toBe(3);
    expect(mostMonths('2020-06-01', '2023-08-15')).toBe(12);
    expect(mostMonths('2023-08-15', '2023-08-15')).toBe(1);
  });

  it('come in the order of the troubles, and are all there', () => {
    expect(kindsFor(['overtime'])[0]).toBe('overtime');
    expect(kindsFor([])).toHaveLength(5);
  });

  it('adds month by month what was kept back', () => {
    give({ troubles: ['wages'] });
    render(<AmountsPage />);
    press('从2026年5月开始填');
    fireEvent.change(screen.getByLabelText(/2026年5月该发多少/), { target: { value: '5200' } });
    fireEvent.change(screen.getByLabelText(/2026年5月发了多少/), { target: { value: '1200.5' } });
    expect(screen.getAllByText('3,999.50 元').length).toBeGreaterThan(0);
    press('把这一项写进申请书');
    expect(useDraft.getState().draft.claims).toEqual(['wages']);
  });
});
