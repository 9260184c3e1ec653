/** Wages as they are told: what looks like another figure is asked back, months that differ, what was paid short. */
import { fireEvent, render, screen } from '@testing-library/react';
import { computeAmount } from '@/features/legal-aid/amounts/compute';
import { useDraft } from '@/features/legal-aid/draft/store';
import { differentWages, earningsOf, looksLikeMonth, looksLikeTotal } from '@/features/legal-aid/draft/wages';
import { restDaysNow } from '@/features/legal-aid/model';
import AmountsPage from '@/features/legal-aid/pages/amounts';
import type { LegalDraft } from '@/platform/storage';
import { atNoon, give, press, TODAY, told } from '../fixtures/legal-aid';

atNoon();

const dismissed: Partial<LegalDraft> = {
  troubles: ['dismissed'],
  fields: { still: 'no', started: '2023-06-01', ended: '2026-05-31', ending: 'dismissed' },
};
const fields = () => useDraft.getState().draft.fields;
const withFields = (more: Record<string, string>) => give({ ...dismissed, fields: { ...dismissed.fields, ...more } });
const type = (label: RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });

describe('a figure that looks like another', () => {
  it('is asked back where a month’s wage may be the year’s, and becomes the year’s total', () => {
    withFields({ monthly: '60000' });
    render(<AmountsPage />);
    expect(screen.getByRole('button', { name: '一个月就是 60,000 元' })).toBeInTheDocument();
    press('是 12 个月一共的');
    expect(fields()).toMatchObject({ monthly: '', earnings: '60000', earningsMonths: '12' });
    expect(screen.queryByRole('button', { name: '是 12 个月一共的' })).toBeNull();
  });

  it('is believed once its reader says so, and asked again where it changes', () => {
    withFields({ monthly: '60000' });
    render(<AmountsPage />);
    press('一个月就是 60,000 元');
    expect(fields()).toMatchObject({ monthly: '60000' });
    expect(screen.queryByRole('button', { name: /一个月就是/ })).toBeNull();
    expect(looksLikeTotal(useDraft.getState().draft, 6_000_000)).toBe(false);
    withFields({ ...fields(), monthly: '70000' });
    expect(screen.getByRole('button', { name: '一个月就是 70,000 元' })).toBeInTheDocument();
  });

  it('is asked back where a year’s total may be a month’s, and becomes the month’s wage', () => {
    withFields({ earnings: '6000', earningsMonths: '12' });
    render(<AmountsPage />);
    expect(screen.getByRole('button', { name: '12 个月一共就是 6,000 元' })).toBeInTheDocument();
    press('是一个月的');
    expect(fields()).toMatchObject({ monthly: '6000', earnings: '', earningsMonths: '' });
  });

  it('is believed as a total once its reader says so', () => {
    withFields({ earnings: '6000', earningsMonths: '12' });
    render(<AmountsPage />);
    press('12 个月一共就是 6,000 元');
    expect(screen.queryByRole('button', { name: '是一个月的' })).toBeNull();
    expect(fields()).toMatchObject({ earnings: '6000' });
  });

  it.each([
    [600_000, 12, true],
    [1_200_000, 12, false],
    [1_199_999, 12, true],
    [100_000, 5, false],
    [100_000, 6, true],
    [0, 12, false],
    [3_000_000, 12, false],
  ])('a total of %i fen in %i months: asked back %s', (totalFen, months, asked) => {
    expect(looksLikeMonth(told({ fields: { earnings: 'x' } }), { totalFen, months })).toBe(asked);
  });

  it('asks a month’s wage back from 30,000 yuan on', () => {
    const of = (fen: number) => looksLikeTotal(told({ fields: { monthly: 'x' } }), fen);
    expect([of(2_999_999), of(3_000_000)]).toEqual([false, true]);
  });
});

describe('months that differ', () => {
  it('count with their own wage, and the others with the usual one', () => {
    const draft = told({ fields: { 'wage-2026-01': '8000', 'wage-2026-02': '' } });
    expect(differentWages(draft)).toEqual({ '2026-01': 800_000 });
    expect(earningsOf(draft, 600_000, ['2026-01', '2026-02', '2026-03'])).toEqual({ totalFen: 2_000_000, months: 3 });
  });

  it('give the last whole month’s wage where that is paid for instead of notice (实施条例 20)', () => {
    const of = (more: Record<string, string>) =>
      computeAmount(
        'ending',
        told({ troubles: ['dismissed'], fields: { ...dismissed.fields, ending: 'notice', monthly: '6000', ...more } }),
        TODAY,
        restDaysNow(),
      );
    const fen = (computed: ReturnType<typeof of>) => JSON.stringify(computed);
    expect(fen(of({ 'wage-2026-05': '9000' }))).not.toEqual(fen(of({})));
    expect(fen(of({ 'wage-2026-05': '9000' }))).toContain('9,000 元');
    // The days that say which month it is are wanted first.
    expect(of({ started: '' })).toMatchObject({ state: 'missing', faults: [{ field: 'started' }] });
    expect(of({ ended: '' })).toMatchObject({ state: 'missing', faults: [{ field: 'ended' }] });
  });
});

describe('wages that were not paid', () => {
  const unpaid: Partial<LegalDraft> = {
    troubles: ['wages'],
    fields: { still: 'yes', started: '2024-01-01', monthly: '6000' },
  };

  it('are told month by month, each due as the month’s wage until something else is typed', () => {
    give(unpaid);
    render(<AmountsPage />);
    fireEvent.click(screen.getByRole('checkbox', { name: '2026年4月' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '2026年5月' }));
    expect(useDraft.getState().draft.months).toEqual([
      { month: '2026-05', due: '6000', paid: '' },
      { month: '2026-04', due: '6000', paid: '' },
    ]);
    expect(screen.getAllByText('12,000 元').length).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole('checkbox', { name: '2026年4月' }));
    expect(useDraft.getState().draft.months.map(({ month }) => month)).toEqual(['2026-05']);
  });

  it('are due as the month’s own wage where that was told', () => {
    give({ ...unpaid, fields: { ...unpaid.fields, 'wage-2026-05': '7000' } });
    render(<AmountsPage />);
    fireEvent.click(screen.getByRole('checkbox', { name: '2026年5月' }));
    expect(useDraft.getState().draft.months).toEqual([{ month: '2026-05', due: '7000', paid: '' }]);
  });

  it('leave what was typed for a month when another is chosen, and count what was paid', () => {
    give({ ...unpaid, months: [{ month: '2026-05', due: '6500', paid: '500' }] });
    render(<AmountsPage />);
    expect(screen.getAllByText('6,000 元').length).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole('checkbox', { name: '2026年3月' }));
    expect(useDraft.getState().draft.months).toEqual([
      { month: '2026-05', due: '6500', paid: '500' },
      { month: '2026-03', due: '6000', paid: '' },
    ]);
  });

  it('reach back a year more on a tap', () => {
    give(unpaid);
    render(<AmountsPage />);
    expect(screen.queryByRole('checkbox', { name: '2024年12月' })).toBeNull();
    press('更早的月份');
    expect(screen.getByRole('checkbox', { name: '2024年12月' })).toBeInTheDocument();
  });

  it.each([
    ['nothing chosen', [], 'months', false],
    ['nothing due', [{ month: '2026-05', due: '', paid: '' }], 'month-0-due', false],
    ['no number due', [{ month: '2026-05', due: '六千', paid: '' }], 'month-0-due', true],
    ['no number paid', [{ month: '2026-05', due: '6000', paid: '一点' }], 'month-0-paid', true],
  ])('can’t be counted with %s', (_what, months, field, typed) => {
    const computed = computeAmount('wages', told({ ...unpaid, months }), TODAY, restDaysNow());
    expect(computed).toMatchObject({ state: 'missing', faults: [{ field, typed }] });
  });
});

describe('annual leave', () => {
  const leave: Partial<LegalDraft> = {
    troubles: ['leave'],
    fields: { still: 'yes', started: '2020-01-01', monthly: '6000', careerYears: '12', leaveYear: '2024 2025' },
  };
  const compute = (more: Record<string, string> = {}) =>
    computeAmount('leave', told({ ...leave, fields: { ...leave.fields, ...more } }), TODAY, restDaysNow());

  it('is chosen by years, which are kept in order', () => {
    give({ ...leave, fields: { ...leave.fields, leaveYear: '2025' } });
    render(<AmountsPage />);
    fireEvent.click(screen.getByRole('checkbox', { name: '2024年' }));
    expect(fields().leaveYear).toBe('2024 2025');
    expect(screen.getByLabelText(/2024年已经休了几天/)).toBeInTheDocument();
    type(/2024年已经休了几天/, '3');
    expect(fields()['leaveTaken-2024']).toBe('3');
  });

  it('offers years until the work ended and no earlier than it began', () => {
    give({
      ...leave,
      fields: { ...leave.fields, still: 'no', ended: '2024-06-30', started: '2022-03-01', leaveYear: '' },
    });
    render(<AmountsPage />);
    const years = screen.getAllByRole('checkbox', { name: /^\d{4}年$/ });
    expect(years.map((box) => box.getAttribute('value') ?? box.closest('label')?.textContent)).toHaveLength(3);
    expect(screen.queryByRole('checkbox', { name: '2025年' })).toBeNull();
    expect(screen.queryByRole('checkbox', { name: '2021年' })).toBeNull();
  });

  it('counts less where days were taken', () => {
    const total = (computed: ReturnType<typeof compute>) =>
      computed.state === 'ready' ? computed.amount.fen : computed.state;
    const all = total(compute());
    const less = total(compute({ 'leaveTaken-2025': '3' }));
    expect(typeof all).toBe('number');
    expect(less).toBeLessThan(Number(all));
  });

  it('can’t be of fewer years of work than there were in this place alone', () => {
    expect(compute({ careerYears: '2' })).toMatchObject({
      state: 'missing',
      faults: [{ field: 'careerYears', typed: true }],
    });
    expect(compute({ careerYears: '6' }).state).not.toBe('missing');
  });
});
