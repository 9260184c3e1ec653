/** A page of the app in a frame of the console: it shows the record that the console hands it, and nobody else's. */
import { act, render, screen } from '@testing-library/react';
import { PREVIEW_READY } from '@yugong/domain/publication/preview';
import NewsPage from '@/features/news/pages/detail';
import { watchPreview } from '@/platform/content-feed/preview';
import { phone } from '../setup/taro';

const record = {
  id: 'news-preview',
  title: '演示：还没有发布的动态',
  publishedAt: '2026-11-20',
  happenedOn: null,
  paragraphs: ['示例。'],
  figures: [],
  source: { title: '示例', publisher: '示例', published: null, kind: 'official' },
  confidence: 'high',
};
const message = { schema: 1, collection: 'news', record, names: { districts: {}, links: {} } };

it('takes a record from the console’s window alone, and says when it can be handed one', () => {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const console_ = frame.contentWindow;
  const said = jest.spyOn(Object(console_), 'postMessage').mockImplementation();
  const parent = jest.spyOn(window, 'parent', 'get').mockReturnValue(Object(console_));
  watchPreview();
  expect(said).toHaveBeenCalledWith(PREVIEW_READY, window.location.origin);
  phone.params = { id: record.id };
  render(<NewsPage />);
  const hear = (data: unknown, { origin = window.location.origin, source = console_ } = {}) =>
    act(() => void window.dispatchEvent(new MessageEvent('message', { data, origin, source })));
  hear(message, { origin: 'https://evil.example' });
  hear(message, { source: window });
  hear({ ...message, collection: 'districts' });
  expect(screen.queryByText(record.title)).toBeNull();
  hear(message);
  expect(screen.getByText(record.title)).toBeInTheDocument();
  parent.mockRestore();
  frame.remove();
});
