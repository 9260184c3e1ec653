/** 「有场次通知我」: asked for where nothing fits, kept while there is no network, listed, and taken away again. */
import { act, fireEvent, render, screen } from '@testing-library/react';
import Taro from '@tarojs/taro';
import axe from 'axe-core';
import type { SessionAlertRequest, SessionAlertWire } from '@yugong/domain/session-alert/wire';
import { sayWish } from '@yugong/domain/session-alert/words';
import { isoOf } from '@yugong/domain/time';
import { SessionAlertButton } from '@/features/shared/session-alert';
import AlertsPage from '@/features/registration/pages/alerts';
import { clearFromOutbox } from '@/platform/outbox';
import { forgetServed, startSending } from '@/platform/service';
import { load, save, stored } from '@/platform/storage';
import { requestTask } from '../setup/request-task';

const alert = (part: Partial<SessionAlertWire> = {}): SessionAlertWire => ({
  id: 'a1',
  sessionId: null,
  title: null,
  opensAt: null,
  kind: 'screening',
  programmeId: null,
  adcode: '500103',
  district: '渝中区',
  evening: true,
  weekend: false,
  createdAt: isoOf('2026-06-01'),
  until: isoOf('2026-11-28'),
  ...part,
});
const wish: SessionAlertRequest = {
  kind: 'screening',
  programmeId: null,
  adcode: '500103',
  evening: true,
  weekend: false,
};

const service = { alerts: [] as SessionAlertWire[], removed: [] as string[] };
const logIn = () => save(stored.login, { token: 't', expiresAt: Date.now() + 1e9, renewal: 'r' });
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

beforeEach(() => {
  Object.assign(service, { alerts: [], removed: [] });
  forgetServed();
  jest.spyOn(Taro, 'request').mockImplementation(((options: Taro.request.Option) => {
    const id = /session-alerts\/(.+)$/.exec(options.url)?.[1];
    if (options.method === 'DELETE' && id !== undefined) {
      service.removed.push(id);
      service.alerts = service.alerts.filter((one) => one.id !== id);
    }
    if (options.method === 'POST' && options.url.endsWith('/session-alerts')) {
      service.alerts = [alert()];
      return Object.assign(Promise.resolve({ statusCode: 201, data: alert() }), { abort: () => undefined });
    }
    const data = options.method === 'DELETE' ? '' : { alerts: service.alerts, reminders: [] };
    return Object.assign(Promise.resolve({ statusCode: options.method === 'DELETE' ? 204 : 200, data }), {
      abort: () => undefined,
    });
  }) as unknown as typeof Taro.request);
});
afterEach(() => {
  clearFromOutbox(['session-alert']);
  jest.restoreAllMocks();
});

it('keeps the request for the service and says so, whatever the page does', async () => {
  const { unmount } = render(<SessionAlertButton request={wish} title="有场次通知我" />);
  fireEvent.click(screen.getByText('有场次通知我'));
  await settle();
  expect(load(stored.outbox)).toMatchObject([
    { kind: 'session-alert', path: '/api/v1/me/session-alerts', method: 'POST', body: wish, title: '有场次通知我' },
  ]);
  unmount();
  render(<SessionAlertButton request={wish} title="有场次通知我" />);
  expect(screen.getByText('正在提交……')).toBeInTheDocument();
  expect(screen.queryByText('有场次通知我')).toBeNull();
});

it('is set as soon as the service has it, also for who was logged in before', async () => {
  logIn();
  startSending();
  render(<SessionAlertButton request={wish} title="有场次通知我" />);
  await settle();
  fireEvent.click(screen.getByText('有场次通知我'));
  await settle();
  await settle();
  expect(screen.getByText(/^已设置/)).toBeInTheDocument();
  expect(screen.queryByText('有场次通知我')).toBeNull();
  expect(load(stored.outbox)).toEqual([]);
});

it('says that it is set where the service has exactly this wish, and asks for any other', async () => {
  logIn();
  service.alerts = [alert()];
  render(<SessionAlertButton request={wish} title="有场次通知我" />);
  await settle();
  expect(screen.getByText(/^已设置/)).toBeInTheDocument();
  render(<SessionAlertButton request={{ ...wish, weekend: true }} title="有场次通知我" label="另一个" />);
  await settle();
  expect(screen.getByText('另一个')).toBeInTheDocument();
});

it('lists what is waited for and takes it away', async () => {
  logIn();
  service.alerts = [
    alert(),
    alert({ id: 'a2', sessionId: 's', title: '演示讲座', opensAt: isoOf('2026-06-05', '09:00') }),
  ];
  const { container } = render(<AlertsPage />);
  await settle();
  expect(screen.getByText('两癌筛查 · 渝中区 · 17:00 以后')).toBeInTheDocument();
  expect(screen.getByText('演示讲座')).toBeInTheDocument();
  expect((await axe.run(container, { rules: { region: { enabled: false } } })).violations).toEqual([]);
  const [first] = screen.getAllByText('不再通知');
  if (!first) throw new Error('no way to remove it');
  fireEvent.click(first);
  await settle();
  expect(service.removed).toEqual(['a1']);
  expect(screen.getByText('已删除。')).toBeInTheDocument();
  expect(screen.queryByText('两癌筛查 · 渝中区 · 17:00 以后')).toBeNull();
});

it('asks nothing of the service without an account', async () => {
  render(<AlertsPage />);
  await settle();
  expect(screen.getByText('没有等待的场次')).toBeInTheDocument();
  expect(Taro.request).not.toHaveBeenCalled();
});

it.each([
  [{ evening: false, weekend: false }, { district: null, title: null }, '两癌筛查 · 全市'],
  [{ evening: true, weekend: true }, { district: '万州区', title: '羽毛球' }, '羽毛球 · 万州区 · 17:00 以后或周末'],
])('says a wish in words: %j', (times, names, words) => {
  expect(sayWish({ kind: 'screening', ...times }, names)).toBe(words);
});

describe('the list of what is waited for', () => {
  it('says until when a wish holds, and of a session when it opens', async () => {
    logIn();
    service.alerts = [
      alert(),
      alert({
        id: 'a2',
        sessionId: 's1',
        title: '早场',
        opensAt: isoOf('2026-12-01', '09:00'),
        until: isoOf('2026-12-02'),
      }),
    ];
    render(<AlertsPage />);
    await settle();
    expect(screen.getAllByText(/前有效，通知一次。$/)).toHaveLength(1);
    expect(screen.getByText(/开始报名，届时通知$/)).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: '查看场次' })).toHaveLength(1);
    expect(screen.queryByText('没有等待的场次')).toBeNull();
    expect(screen.queryByText(/正在加载/)).toBeNull();
  });

  it('is loaded only for who has an account', async () => {
    const { unmount } = render(<AlertsPage />);
    expect(screen.queryByText(/正在加载提醒/)).toBeNull();
    unmount();
    logIn();
    render(<AlertsPage />);
    expect(screen.getByText(/正在加载提醒/)).toBeInTheDocument();
    await settle();
    expect(screen.getByText('没有等待的场次')).toBeInTheDocument();
  });

  it('says that there is no network, and asks again when there is', async () => {
    logIn();
    const up = jest.mocked(Taro.request).getMockImplementation();
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    jest.mocked(Taro.request).mockImplementation(() => requestTask(Promise.reject({ errMsg: 'request:fail' })));
    render(<AlertsPage />);
    await settle();
    expect(screen.getByText('现在没有网络')).toBeInTheDocument();
    online.mockReturnValue(true);
    if (up) jest.mocked(Taro.request).mockImplementation(up);
    await act(async () => void window.dispatchEvent(new Event('online')));
    await settle();
    expect(screen.getByText('没有等待的场次')).toBeInTheDocument();
  });
});

it('says that a wish that was made without a network is kept on the phone', () => {
  const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  act(() => void window.dispatchEvent(new Event('offline')));
  render(<SessionAlertButton request={wish} title="有场次通知我" />);
  fireEvent.click(screen.getByText('有场次通知我'));
  expect(screen.getByText('现在没有网络，已保存在本机，联网后自动提交。')).toBeInTheDocument();
  online.mockReturnValue(true);
  act(() => void window.dispatchEvent(new Event('online')));
});

it('is gone from the list also where the service had told her already', async () => {
  logIn();
  service.alerts = [alert()];
  render(<AlertsPage />);
  await settle();
  const up = jest.mocked(Taro.request).getMockImplementation();
  const gone = { title: '没有了', status: 404, code: 'not-found', retryable: false };
  jest.mocked(Taro.request).mockImplementation((options) => {
    if (options.method !== 'DELETE' && up) return up(options);
    service.alerts = [];
    return requestTask(Promise.resolve({ statusCode: 404, data: JSON.stringify(gone) }));
  });
  fireEvent.click(screen.getByRole('button', { name: '不再通知' }));
  await settle();
  expect(screen.getByText('已删除。')).toBeInTheDocument();
});
