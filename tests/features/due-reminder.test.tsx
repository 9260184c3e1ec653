/** 「到期提醒」: one date by a consent of its own, and what can be done about it later. */
import { act, fireEvent, render, screen } from '@testing-library/react';
import Taro from '@tarojs/taro';
import axe from 'axe-core';
import { currentConsent } from '@yugong/domain/consent';
import type { DueReminderWire } from '@yugong/domain/due-reminder/wire';
import { dayAt, monthsAfter } from '@yugong/domain/calendar';
import { isoAt } from '@yugong/domain/time';
import AlertsPage from '@/features/registration/pages/alerts';
import { DueReminder } from '@/features/registration/ticket/due-reminder';
import { forgetServed } from '@/platform/service';
import { save, stored } from '@/platform/storage';

const today = dayAt(Date.now());
const kept = (part: Partial<DueReminderWire> = {}): DueReminderWire => ({
  id: 'd1',
  day: monthsAfter(today, 12),
  months: 12,
  told: 0,
  createdAt: isoAt(Date.now()),
  ...part,
});
const consent = { ...currentConsent('due-reminder'), purpose: 'due-reminder', hash: 'h' } as const;
const service = { sent: [] as { line: string; body: unknown }[], reminders: [] as DueReminderWire[], up: true };
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

beforeEach(() => {
  Object.assign(service, { sent: [], reminders: [], up: true });
  forgetServed();
  save(stored.login, { token: 't', expiresAt: Date.now() + 1e9, renewal: 'r' });
  jest.spyOn(Taro, 'request').mockImplementation(((options: Taro.request.Option) => {
    const line = `${options.method ?? 'GET'} ${options.url.replace(/^https?:\/\/[^/]+/, '')}`;
    if (!line.startsWith('GET'))
      service.sent.push({ line, body: typeof options.data === 'string' ? JSON.parse(options.data) : null });
    const answer = line.startsWith('GET')
      ? { statusCode: 200, data: { alerts: [], reminders: service.reminders } }
      : { statusCode: 200, data: kept() };
    const reply = service.up ? Promise.resolve(answer) : Promise.reject(new Error('request:fail'));
    return Object.assign(reply, { abort: () => undefined });
  }) as unknown as typeof Taro.request);
});
afterEach(() => jest.restoreAllMocks());

const draw = (refresh: () => Promise<void>, is: DueReminderWire | null = null) =>
  render(<DueReminder registration="r1" due={{ day: monthsAfter(today, 12), consent, kept: is }} refresh={refresh} />);

it('sends nothing before the whole text of the consent was shown and agreed to', async () => {
  const refresh = jest.fn().mockResolvedValue(undefined);
  draw(refresh);
  fireEvent.click(screen.getByText('到期提醒我'));
  expect(screen.getByText(consent.text)).toBeInTheDocument();
  fireEvent.click(screen.getByText('暂不设置'));
  expect(service.sent).toEqual([]);
  fireEvent.click(screen.getByText('到期提醒我'));
  fireEvent.click(screen.getByText('同意并保存'));
  await settle();
  expect(service.sent).toEqual([
    {
      line: 'POST /api/v1/me/registrations/r1/due-reminder',
      body: { consents: [{ purpose: 'due-reminder', version: consent.version }] },
    },
  ]);
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('says that nothing was kept where the network is gone', async () => {
  service.up = false;
  draw(() => Promise.resolve());
  fireEvent.click(screen.getByText('到期提醒我'));
  fireEvent.click(screen.getByText('同意并保存'));
  await settle();
  expect(screen.getByText(/未能设置，请联网后再点一次/)).toBeInTheDocument();
});

it('leads to what can be done about it once it is kept', () => {
  draw(() => Promise.resolve(), kept());
  expect(screen.getByRole('link', { name: /到期提醒已设置/ })).toHaveAttribute(
    'href',
    expect.stringContaining('alerts'),
  );
});

it('is deferred, renewed and stopped under 我的提醒, and named by nothing that others may not read', async () => {
  service.reminders = [kept({ day: today, told: 1 })];
  const { container } = render(<AlertsPage />);
  await settle();
  expect(screen.getByText('健康检查')).toBeInTheDocument();
  expect(container.textContent).not.toContain('筛查 ·');
  expect((await axe.run(container, { rules: { region: { enabled: false } } })).violations).toEqual([]);
  for (const step of ['推迟一个月', '做过了', '不再提醒']) {
    fireEvent.click(screen.getByText(step));
    await settle();
  }
  expect(service.sent.map(({ line, body }) => [line, body])).toEqual([
    ['PUT /api/v1/me/due-reminders/d1', { action: 'defer', months: 1 }],
    ['PUT /api/v1/me/due-reminders/d1', { action: 'done', on: today }],
    ['DELETE /api/v1/me/due-reminders/d1', null],
  ]);
});
