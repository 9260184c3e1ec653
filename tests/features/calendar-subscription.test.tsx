/** The calendar in the phone's own: which address it is, and how it gets there. */
import { act, fireEvent, render, screen } from '@testing-library/react';
import SubscribePage from '@/features/events/pages/subscribe';
import { phone } from '../setup/taro';

const address = () => screen.getByText(/calendar\.ics/).textContent;
const chip = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const draw = (params: Record<string, string>) => {
  phone.params = params;
  render(<SubscribePage />);
};
const settle = () => act(() => Promise.resolve());

const clipboard = (writeText: (text: string) => Promise<void>) =>
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });

afterEach(() => {
  Reflect.deleteProperty(navigator, 'clipboard');
  jest.restoreAllMocks();
});

it('is of everything, and narrowed down by what is chosen', () => {
  draw({});
  expect(address()).toBe('http://localhost/api/v1/calendar.ics');
  chip('活动');
  expect(address()).toBe('http://localhost/api/v1/calendar.ics?kind=event');
  chip('活动和筛查');
  expect(address()).toBe('http://localhost/api/v1/calendar.ics');
  // Only what was asked for is offered: a district, and whether seats matter.
  expect(screen.queryByRole('button', { name: '渝中区' })).toBeNull();
  expect(screen.queryByRole('button', { name: '包括已满的' })).toBeNull();
});

it('begins with what the calendar showed', () => {
  draw({ kind: 'screening', adcode: '500103', joinable: '1' });
  expect(address()).toBe('http://localhost/api/v1/calendar.ics?kind=screening&adcode=500103&joinable=1');
  chip('包括已满的');
  chip('全市');
  expect(address()).toBe('http://localhost/api/v1/calendar.ics?kind=screening');
});

it('takes no kind and no district that there isn’t', () => {
  draw({ kind: 'party', adcode: '999999', joinable: '0' });
  expect(address()).toBe('http://localhost/api/v1/calendar.ics');
});

it('is copied as it stands, and said not to be where the phone refuses', async () => {
  const copied: string[] = [];
  clipboard((text) => Promise.resolve(void copied.push(text)));
  draw({ kind: 'event' });
  fireEvent.click(screen.getByRole('button', { name: '复制网址' }));
  await settle();
  expect(copied).toEqual(['http://localhost/api/v1/calendar.ics?kind=event']);
  expect(phone.toasts).toEqual(['网址已复制']);
  clipboard(() => Promise.reject(new Error('no')));
  Object.assign(document, { execCommand: () => false });
  fireEvent.click(screen.getByRole('button', { name: '复制网址' }));
  await settle();
  expect(phone.toasts).toEqual(['网址已复制', '复制失败，请长按网址复制']);
});
