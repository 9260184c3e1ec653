import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useAppearance } from '@/platform/appearance';
import type { Fixture } from '@/ui/fixtures/define';
import months from '@/ui/month-grid/fixtures';
import sheets from '@/ui/sheet/fixtures';
import { defined } from '@yugong/domain/narrow';

const draw = (Example: Fixture | undefined) => Example && render(<Example />);

describe('Sheet', () => {
  const openIt = async () => {
    draw(sheets.examples['opened by a button']);
    const opener = screen.getByRole('button', { name: '取消报名' });
    await userEvent.click(opener);
    return { opener, dialog: screen.getByRole('dialog', { name: '取消这次报名？' }) };
  };

  it('takes the focus, closes by Escape and gives it back', async () => {
    const { opener, dialog } = await openIt();
    expect(dialog).toHaveFocus();
    expect(document.body.style.overflow).toBe('hidden');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(opener).toHaveFocus();
    expect(document.body.style.overflow).toBe('');
  });

  it('holds the focus in both directions', async () => {
    const { dialog } = await openIt();
    const [close, last] = within(dialog).getAllByRole('button').map(defined);
    await userEvent.tab({ shift: true });
    expect(last).toHaveFocus();
    await userEvent.tab();
    expect(close).toHaveFocus();
    await userEvent.tab({ shift: true });
    expect(last).toHaveFocus();
  });

  it('closes by its button and by the ground around it', async () => {
    const { dialog } = await openIt();
    await userEvent.click(within(dialog).getByRole('button', { name: '关闭' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '取消报名' }));
    fireEvent.click(defined(screen.getByRole('dialog').previousElementSibling));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

/** What the eye sees of a day; the rest is only read out. */
const drawnIn = (element: HTMLElement): string =>
  [...element.querySelectorAll('[aria-hidden]')].map((part) => part.textContent).join('');

describe('MonthGrid', () => {
  const dayButton = (name: RegExp) => screen.getByRole('button', { name });

  it('begins its weeks on Monday and says everything of a day', () => {
    draw(months.examples['with marks']);
    expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual([...'一二三四五六日']);
    const week = defined(screen.getAllByRole('row')[1]);
    // 1 October 2026 is a Thursday.
    expect(within(week).getAllByRole('gridcell').map(drawnIn)).toEqual(['', '', '', '1休', '2', '3', '4']);
    expect(dayButton(/^10月15日 周四，职工运动会，两癌筛查$/)).toBeInTheDocument();
    expect(dayButton(/^10月14日 周三，今天$/)).toHaveAttribute('aria-current', 'date');
  });

  it('has one stop for the Tab key, on the chosen day', () => {
    draw(months.examples['with marks']);
    const stops = within(screen.getByRole('grid'))
      .getAllByRole('button')
      .filter((button) => button.tabIndex === 0);
    expect(stops.map(drawnIn)).toEqual(['15活动筛查']);
  });

  it.each([
    ['{ArrowLeft}', /^10月14日/],
    ['{ArrowRight}', /^10月16日/],
    ['{ArrowUp}', /^10月8日/],
    ['{ArrowDown}', /^10月22日/],
    ['{Home}', /^10月12日/],
    ['{End}', /^10月18日/],
    ['{PageDown}', /^11月15日/],
    ['{PageUp}', /^9月15日/],
    ['{ArrowDown}{ArrowDown}{ArrowDown}', /^11月5日/],
  ])('moves by %s', async (keys, day) => {
    draw(months.examples['with marks']);
    dayButton(/^10月15日/).focus();
    await userEvent.keyboard(keys);
    expect(dayButton(day)).toHaveFocus();
  });

  it('goes to the last day of a month that is shorter', async () => {
    draw(months.examples['with marks']);
    dayButton(/^10月31日/).focus();
    await userEvent.keyboard('{PageDown}');
    expect(dayButton(/^11月30日/)).toHaveFocus();
  });

  it('chooses a day and turns the month', async () => {
    draw(months.examples['nothing chosen']);
    await userEvent.click(dayButton(/^10月1日/));
    expect(screen.getByRole('gridcell', { selected: true })).toHaveTextContent('1休');
    await userEvent.click(screen.getByRole('button', { name: '下个月' }));
    expect(screen.getByRole('heading', { name: '2026年11月' })).toBeInTheDocument();
  });

  it('lists only the days with something on them in 长辈版', async () => {
    useAppearance.setState({ elder: true });
    draw(months.examples['with marks']);
    expect(screen.queryByRole('grid')).toBeNull();
    const days = screen.getAllByRole('button', { name: /^\d+日/ });
    expect(days.map((day) => day.textContent)).toEqual(['1日国庆节放假', '10日补班', '15日职工运动会，两癌筛查']);
    useAppearance.setState({ elder: false });
  });
});
