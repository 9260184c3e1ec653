/** The screening's pages: the whole on one screen, a question and its answer, what comes afterwards. */
import { fireEvent, render, screen } from '@testing-library/react';
import GuidePage from '@/features/screening/pages/guide';
import OverviewPage from '@/features/screening/pages/overview';
import { clinics, guides, orderedProgrammes } from '@/features/screening/model';
import { defined } from '@yugong/domain/narrow';
import { settle, withPhoneService } from '../fixtures/phone-service';
import { phone } from '../setup/taro';

withPhoneService();
afterEach(() => jest.restoreAllMocks());

const headings = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent ?? '');

describe('the overview', () => {
  const sources = `各项目的规定和出处（${orderedProgrammes.length} 个）`;
  const draw = async (id = '') => {
    phone.params = id === '' ? {} : { id };
    const { container } = render(<OverviewPage />);
    await settle();
    return container;
  };

  it('has the steps in their order, the questions, and whom to ask', async () => {
    await draw();
    const links = screen.getAllByRole('link').map((link) => link.textContent ?? '');
    const at = (words: string) => links.findIndex((text) => text.includes(words));
    expect([at('我能查吗'), at('选择日期，报名'), at('查完以后')]).toEqual([0, 1, 2]);
    for (const { title } of guides) expect(at(title)).toBeGreaterThan(2);
    expect(screen.getByRole('button', { name: /打卫生热线 12320/ })).toBeInTheDocument();
  });

  it('keeps what the programmes’ sources say behind one line', async () => {
    const page = await draw();
    const { title, aftercare } = defined(orderedProgrammes.find((one) => one.aftercare));
    expect(headings()).not.toContain(title);
    fireEvent.click(screen.getByRole('button', { name: sources }));
    for (const one of orderedProgrammes) expect(headings()).toContain(one.title);
    expect(page).toHaveTextContent(`查完以后${aftercare}`);
    fireEvent.click(screen.getByRole('button', { name: sources }));
    expect(headings()).not.toContain(title);
  });

  it('opens with the programme first that a search led to', async () => {
    const last = defined(orderedProgrammes[orderedProgrammes.length - 1]);
    await draw(last.id);
    const titles = headings().filter((text) => orderedProgrammes.some(({ title }) => title === text));
    expect(titles[0]).toBe(last.title);
    expect(titles).toHaveLength(orderedProgrammes.length);
  });

  it('shows a clinic that a search led to, with what is known of it', async () => {
    const clinic = defined(clinics[0]);
    const page = await draw(clinic.id);
    expect(headings()).toContain(clinic.title);
    expect(page).toHaveTextContent(clinic.address ?? '未公布');
    for (const other of clinics.slice(1)) expect(headings()).not.toContain(other.title);
  });
});

describe('a question', () => {
  const draw = (id?: string) => {
    phone.params = id === undefined ? {} : { id };
    return render(<GuidePage />).container;
  };

  it('is answered in a sentence, then at length; the next question is one tap away', () => {
    const second = defined(guides[1]);
    const page = draw(second.id);
    expect(page).toHaveTextContent(second.title);
    expect(page).toHaveTextContent(second.answer);
    for (const { heading } of second.points) expect(headings()).toContain(heading);
    expect(page).toHaveTextContent('以上为一般知识，不能代替医生的意见。');
    expect(phone.sharing.friend()).toMatchObject({ title: second.title });
    expect(screen.getByRole('link', { name: new RegExp(defined(guides[0]).title) })).toBeInTheDocument();
  });

  it('is the first where none was named', () => {
    expect(draw()).toHaveTextContent(defined(guides[0]).answer);
  });

  it('that there isn’t leads back to the screening', () => {
    const page = draw('guide-gone');
    for (const { answer } of guides) expect(page).not.toHaveTextContent(answer);
    expect(screen.getByText('返回两癌筛查')).toBeInTheDocument();
    expect(phone.sharing.friend()).toMatchObject({ title: '两癌筛查' });
  });
});
