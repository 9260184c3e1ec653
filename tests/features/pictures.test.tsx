/** Pictures of a record on the phone: words and rights with each, loaded when near, and a page that keeps its shape. */
import { act, fireEvent, render, screen } from '@testing-library/react';
import * as v from 'valibot';
import { defined } from '@yugong/domain/narrow';
import { NewsRecord } from '@yugong/domain/news/record';
import { readTolerantly } from '@yugong/domain/wire/tolerant';
import { bundledCases } from '@/features/cases/model';
import { CaseArticle } from '@/features/cases/parts/case-article';
import { bundledEvents } from '@/features/events/model';
import { EventArticle } from '@/features/events/parts/event-article';
import { bundledNews } from '@/features/news/model';
import { NewsArticle } from '@/features/news/parts/news-article';

const pictures = [
  { id: 'a'.repeat(64), width: 1600, height: 1200, alt: '书屋里的三排书架', rights: '示例区总工会 演示人摄' },
  { id: 'b'.repeat(64), width: 1200, height: 1600, alt: '门口的牌子', rights: '转自示例媒体，已获授权' },
];
const news = { ...defined(bundledNews[0]), pictures };
const article = () => render(<NewsArticle item={news} all={[news]} today="2026-11-30" />);

it('stand in the news, in order, each with its words, its rights and its own address', () => {
  article();
  const shown = screen.getAllByRole('img', { name: /书架|牌子/ });
  expect(shown.map((one) => one.getAttribute('alt'))).toEqual(['书屋里的三排书架', '门口的牌子']);
  expect(shown.map((one) => new URL(one.getAttribute('src') ?? '').pathname)).toEqual(
    pictures.map(({ id }) => `/api/v1/pictures/${id}`),
  );
  expect(shown.map((one) => one.getAttribute('loading'))).toEqual(['lazy', 'lazy']);
  for (const { rights } of pictures) expect(screen.getByText(`图片：${rights}`)).toBeInTheDocument();
});

it('stand in cases and events as well', () => {
  const one = { ...defined(bundledCases[0]), pictures };
  render(<CaseArticle item={one} all={[one]} />);
  expect(screen.getAllByRole('img', { name: '门口的牌子' })).toHaveLength(1);
  render(<EventArticle event={{ ...defined(bundledEvents[0]), pictures }} today="2026-11-30" />);
  expect(screen.getAllByRole('img', { name: '门口的牌子' })).toHaveLength(2);
});

it('leave their words and their room where they can’t be loaded, and come when there is a network again', () => {
  article();
  const picture = screen.getByRole('img', { name: '书屋里的三排书架' });
  const frame = defined(picture.parentElement);
  expect(frame).toHaveStyle({ paddingTop: '75%' });
  fireEvent.error(picture);
  expect(screen.queryByRole('img', { name: '书屋里的三排书架' })).toBeNull();
  expect(frame).toHaveTextContent('图片没有加载出来：书屋里的三排书架');
  expect(frame).toHaveStyle({ paddingTop: '75%' });
  const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  act(() => void window.dispatchEvent(new Event('offline')));
  online.mockReturnValue(true);
  act(() => void window.dispatchEvent(new Event('online')));
  expect(screen.getByRole('img', { name: '书屋里的三排书架' })).toBeInTheDocument();
  online.mockRestore();
});

it('are none of a released phone’s business: what it doesn’t know it leaves out and shows the rest', () => {
  const record = {
    id: 'news-a',
    title: '示例',
    publishedAt: '2026-11-20',
    happenedOn: null,
    paragraphs: ['示例。'],
    figures: [],
    source: { title: '示例', publisher: '示例', published: null, kind: 'official' },
    confidence: 'high',
  };
  const released = v.omit(v.strictObject(NewsRecord.entries), ['pictures']);
  expect(readTolerantly(released, { ...record, pictures })).toEqual({ success: true, output: record, dropped: 0 });
  // One that tomorrow's service describes otherwise goes, and its record stays.
  const [one] = pictures;
  expect(readTolerantly(NewsRecord, { ...record, pictures: [one, { ...one, width: '100%' }] })).toMatchObject({
    success: true,
    output: { pictures: [one] },
  });
});
