import { fireEvent, render, screen, within } from '@testing-library/react';
import CasePage from '@/features/cases/pages/detail';
import CaseListPage from '@/features/cases/pages/list';
import { bundledCases, filterCases, filterOptions, sayPeriod } from '@/features/cases/model';
import { useAppearance } from '@/platform/appearance';
import { load, save, stored } from '@/platform/storage';
import { phone } from '../setup/taro';
import { defined } from '@yugong/domain/narrow';

const withText = bundledCases.filter((item) => item.lead !== null);
const withoutText = bundledCases.filter((item) => item.lead === null);
/** The rows of the list: every link of it but the one to 投诉建议, which ends each page. */
const caseLinks = () =>
  screen.getAllByRole('link').filter((link) => link.getAttribute('href')?.startsWith('/features/cases/'));
const open = (id: string) => {
  phone.params = { id };
  return render(<CasePage />);
};

describe('filtering', () => {
  it('offers only categories that have cases in the chosen period, with their true counts', () => {
    for (const { value: period } of filterOptions(bundledCases, { period: null, category: null }).periods) {
      for (const option of filterOptions(bundledCases, { period, category: null }).categories) {
        const shown = filterCases(bundledCases, { period, category: option.value });
        expect(shown).toHaveLength(option.count);
        expect(shown.length).toBeGreaterThan(0);
      }
    }
  });
});

describe('the case list', () => {
  it('shows all fifteen and marks those without text', () => {
    render(<CaseListPage />);
    expect(caseLinks()).toHaveLength(15);
    expect(screen.getAllByText('全文未公开')).toHaveLength(9);
  });

  it('folds the categories in 长辈版, the chosen one in sight, so that cases begin on the first screen', () => {
    useAppearance.setState({ elder: true });
    const options = filterOptions(bundledCases, { period: null, category: null }).categories;
    save(stored.caseFilter, { period: null, category: defined(options.at(-1)).value });
    render(<CaseListPage />);
    const names = () =>
      within(screen.getByRole('group', { name: '类别' }))
        .getAllByRole('button')
        .map(({ textContent }) => textContent?.replace(/\d+$/, ''));
    expect(names()).toEqual([...options.slice(0, 2), options.at(-1)].map((option) => option?.text));
    fireEvent.click(screen.getByRole('button', { name: /^其他 \d+ 个类别$/ }));
    expect(names()).toHaveLength(options.length);
    useAppearance.setState({ elder: false });
  });

  it('keeps the chips for the next visit', () => {
    const { unmount } = render(<CaseListPage />);
    fireEvent.click(screen.getByRole('button', { name: /第9期/ }));
    expect(caseLinks()).toHaveLength(5);
    unmount();
    render(<CaseListPage />);
    expect(screen.getByRole('button', { name: /第9期/ })).toHaveAttribute('aria-pressed', 'true');
    expect(caseLinks()).toHaveLength(5);
  });

  it('drops a category that the new period does not have', () => {
    render(<CaseListPage />);
    fireEvent.click(screen.getByRole('button', { name: /宣传传播/ }));
    fireEvent.click(screen.getByRole('button', { name: /第8期/ }));
    expect(caseLinks()).toHaveLength(10);
  });
});

describe('a case', () => {
  it.each(withText.map((item) => [item.title, item] as const))('shows every part of %s', (_title, item) => {
    const { container } = open(item.id);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(item.title);
    for (const text of [defined(item.lead), ...item.points.flatMap((point) => [point.heading, point.body])]) {
      expect(container).toHaveTextContent(text);
    }
  });

  it.each(withoutText.map((item) => [item.title, item] as const))('is honest without text: %s', (_title, item) => {
    const { container } = open(item.id);
    expect(container).toHaveTextContent('全文尚未公开');
    if (item.context.length > 0) expect(screen.getByText('不是案例内容')).toBeInTheDocument();
    for (const fact of item.context) expect(container).toHaveTextContent(fact.text);
  });

  it('says what 江北区 is called now', () => {
    const jiangbei = bundledCases.find((item) => item.district?.name === '江北区');
    const { container } = open(jiangbei?.id ?? '');
    expect(container).toHaveTextContent('江北区（现属两江新区）');
  });

  it('leads to the one before and the one after, without lengthening the way back', () => {
    open(bundledCases[1]?.id ?? '');
    const section = defined(screen.getByText('上一篇·下一篇').parentElement?.parentElement?.parentElement);
    expect(within(section).getByText(bundledCases[0]?.title ?? '')).toBeInTheDocument();
    expect(within(section).getByText(bundledCases[2]?.title ?? '')).toBeInTheDocument();
  });

  it('that nobody knows leads to all cases', () => {
    open('case-nobody-knows');
    expect(screen.getByText('没有找到这个案例')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '查看全部案例' })).toBeInTheDocument();
  });
});

describe('a list without a number of its own', () => {
  const [known] = bundledCases;
  const [published] = [{ ...defined(known), id: 'case-union', period: null }];

  it('is counted with all, and offered as no number', () => {
    const { periods } = filterOptions([...bundledCases, published], { period: null, category: null });
    expect(periods[0]).toMatchObject({ value: null, text: '全部', count: 16 });
    expect(periods.map(({ text }) => text)).not.toContain('第null期');
  });

  it('may have a category of its own, with a chip by its name beside 其他工作', () => {
    const own = { ...published, category: 16 as const, categoryName: '数字工会建设' };
    const { categories } = filterOptions([...bundledCases, own], { period: null, category: null });
    expect(categories).toContainEqual({ value: '数字工会建设', text: '数字工会建设', count: 1 });
    expect(filterCases([...bundledCases, own], { period: null, category: '数字工会建设' })).toEqual([own]);
    expect(categories.map(({ text }) => text)).toContain('其他工作');
  });

  it('is said to be published by the union, and others by their number', () => {
    expect(sayPeriod(published)).toBe('工会发布');
    expect(sayPeriod(defined(known))).toBe(`第${known?.period}期`);
  });
});

it('leads out of a choice that no case is left for', () => {
  save(stored.caseFilter, { period: 8, category: '没有的一类' });
  render(<CaseListPage />);
  expect(screen.getByText('没有符合条件的案例')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: '清空筛选' }));
  expect(screen.queryByText('没有符合条件的案例')).toBeNull();
  expect(caseLinks()).toHaveLength(15);
  expect(load(stored.caseFilter)).toEqual({ period: null, category: null });
});

it('says nothing of an empty choice while there are cases', () => {
  render(<CaseListPage />);
  expect(screen.queryByText('没有符合条件的案例')).toBeNull();
});
