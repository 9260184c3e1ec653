/** What one has a right to: every matter with its articles, dates, sources, what is open, and what to do next. */
import { fireEvent, render, screen, within } from '@testing-library/react';
import { articles, sayArticle } from '@yugong/domain/labour-law';
import { rightUrl } from '@/features/legal-aid';
import { rightsGuides } from '@/features/legal-aid/model';
import RightsPage from '@/features/legal-aid/pages/rights';
import { atNoon } from '../fixtures/legal-aid';
import { phone } from '../setup/taro';

atNoon();

const show = (id?: string) => {
  phone.params = id === undefined ? {} : { id };
  return render(<RightsPage />);
};

describe('the list', () => {
  it('has all matters, each with its answer and its own page', () => {
    show();
    expect(rightsGuides).toHaveLength(11);
    for (const { id, title, summary } of rightsGuides) {
      expect(screen.getByText(title)).toBeInTheDocument();
      expect(screen.getByText(summary)).toBeInTheDocument();
      expect(rightUrl(id)).toContain(`id=${id}`);
    }
  });
});

describe.each(rightsGuides.map((guide) => [guide.title, guide] as const))('%s', (_title, guide) => {
  it('shows each right with its article and source, and what isn’t sure as such', () => {
    show(guide.id);
    for (const { text, basis, source, confidence } of guide.rights) {
      const item = within(screen.getByText(text).closest('.right') ?? document.body);
      expect(item.getByText((said) => said.startsWith(`依据：${basis}`))).toBeInTheDocument();
      expect(item.getByText((said) => said.startsWith(`来源：${source.title}`))).toBeInTheDocument();
      expect(item.queryAllByText(/核实/).length > 0).toBe(confidence !== 'high' || /核实|待核/.test(text + basis));
    }
  });

  it('says what is open, and has a next step to press', () => {
    show(guide.id);
    for (const point of guide.open) expect(screen.getByText(point)).toBeInTheDocument();
    const steps = guide.steps.filter(({ call, go }) => call !== undefined || go !== undefined);
    expect(steps.length).toBeGreaterThan(0);
    for (const { text } of guide.steps) expect(screen.getByText(text)).toBeInTheDocument();
  });

  it('has its tables whole', () => {
    show(guide.id);
    for (const { title, columns, rows } of guide.tables) {
      const table = screen.getByRole('table', { name: title });
      expect(within(table).getAllByRole('columnheader')).toHaveLength(columns.length);
      expect(within(table).getAllByRole('cell')).toHaveLength(columns.length * rows.length);
    }
  });
});

it('tells the month of retirement from the month of birth, and keeps nothing of it', () => {
  show('right-retirement');
  fireEvent.click(screen.getByRole('radio', { name: '男' }));
  fireEvent.change(screen.getByLabelText('哪一年出生'), { target: { value: '1967' } });
  fireEvent.change(screen.getByLabelText('几月出生'), { target: { value: '05' } });
  expect(screen.getByText('2028年1月')).toBeInTheDocument();
  expect(screen.getByText('60 岁 8 个月')).toBeInTheDocument();
  expect(screen.getByText(/最早 2027年5月/)).toBeInTheDocument();
  expect([...phone.storage.keys()]).toEqual([]);
});

it('of an unknown id leads back', () => {
  show('right-nothing');
  expect(screen.getByText('返回维权求助')).toBeInTheDocument();
});

it('cites the articles that the calculators compute by alike', () => {
  const bases = rightsGuides.flatMap(({ rights }) => rights.map(({ basis }) => basis)).join('；');
  expect(bases).toContain(sayArticle(articles.certificate));
});
