/** Asking the union: nothing goes out before the tap, once after it, and what comes back is shown and can be undone. */
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { useDraft } from '@/features/legal-aid/draft/store';
import AskPage from '@/features/legal-aid/pages/ask';
import OverviewPage from '@/features/legal-aid/pages/overview';
import RequestsPage from '@/features/legal-aid/pages/requests';
import { isNews, useSeen } from '@/features/shared/legal-aid-news';
import { currentConsent } from '@/domain/consent';
import type { LegalAidWire } from '@/domain/legal-aid/wire';
import MePage from '@/pages/me';
import { useMyDates } from '@/platform/my-dates';
import { forgetServed, startSending } from '@/platform/service';
import { load, save, stored, type LegalDraft } from '@/platform/storage';
import { phone } from '../setup/taro';

const TODAY = '2026-06-01';
const at = `${TODAY}T10:00:00.000+08:00`;
const consent = { ...currentConsent('legal-aid'), hash: 'h' };
const request = (part: Partial<LegalAidWire> = {}): LegalAidWire => ({
  id: 'r1',
  status: 'received',
  topic: 'pay',
  name: '演示人',
  phone: '19900000001',
  text: '五月的工资没有发',
  bring: ['劳动合同'],
  adcode: '500103',
  dueDay: null,
  urgent: false,
  createdAt: at,
  updatedAt: at,
  messages: [],
  ...part,
});
const message = (id: string, author: 'worker' | 'union', text: string) => ({ id, author, text, createdAt: at });

/** A service that answers by what is asked; what it was sent is kept. */
let served: LegalAidWire[];
let sent: { line: string; key: string; data: unknown }[];
let refuse: { status: number; body: object } | 'nothing' | null;
const logIn = () => save(stored.login, { token: 't', expiresAt: Date.now() + 1e9, renewal: 'r' });

function answerTo(line: string): { statusCode: number; data: unknown } {
  if (line.includes('/login/')) return { statusCode: 200, data: { token: 't', expiresAt: '2030-01-01T00:00:00Z', renewal: 'r', renewalExpiresAt: '2030-01-01T00:00:00Z' } }; // prettier-ignore
  if (line === 'GET /api/v1/legal-aid/consent') return { statusCode: 200, data: { consent } };
  if (line.includes('/content/')) return { statusCode: 404, data: '' };
  if (line === 'GET /api/v1/me/legal-aid') return { statusCode: 200, data: { requests: served } };
  if (refuse && refuse !== 'nothing') return { statusCode: refuse.status, data: refuse.body };
  if (line.startsWith('DELETE')) return { statusCode: 204, data: '' };
  if (line.endsWith('/messages')) return { statusCode: 201, data: message('m9', 'worker', '') };
  return { statusCode: 201, data: { id: 'r1', status: line.endsWith('/withdraw') ? 'withdrawn' : 'received', createdAt: at } }; // prettier-ignore
}

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));
const give = (part: Partial<LegalDraft>) => act(() => useDraft.getState().change(part));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const filled = {
  troubles: ['wages'],
  evidence: ['contract'],
  fields: { askText: '五月的工资没有发', name: '演示人', phone: '199 0000 0001', adcode: '500103' },
};
const writes = () => sent.filter(({ line }) => !line.startsWith('GET') && !line.includes('/login/'));

beforeAll(() => startSending());
beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse(`${TODAY}T12:00:00+08:00`), doNotFake: ['setTimeout', 'queueMicrotask'] });
  [served, sent, refuse] = [[], [], null];
  jest.spyOn(Taro, 'request').mockImplementation(((options: Taro.request.Option) => {
    const line = `${options.method ?? 'GET'} ${options.url.replace(/^https?:\/\/[^/]+/, '')}`;
    const header = options.header as Record<string, string>;
    sent.push({ line, key: header['idempotency-key'] ?? '', data: options.data && JSON.parse(options.data as string) });
    const answer = refuse === 'nothing' && options.method === 'POST' && !line.includes('/login/') ? null : answerTo(line); // prettier-ignore
    return Object.assign(answer ? Promise.resolve(answer) : Promise.reject({ errMsg: 'request:fail' }), { abort: () => undefined }); // prettier-ignore
  }) as unknown as typeof Taro.request);
  forgetServed();
});
afterEach(() => {
  act(() => {
    useDraft.getState().clear();
    useMyDates.setState({ items: [] });
  });
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('the request', () => {
  it('is not sent before everything is there, and says what is missing', async () => {
    render(<AskPage />);
    await settle();
    press('发给工会');
    for (const words of [/选一下是哪方面的事/, /写上发生了什么/, /写上姓名/, /写上手机号/, /得先同意/])
      expect(screen.getAllByText(words).length).toBeGreaterThan(0);
    expect(writes()).toEqual([]);
  });

  it('goes out once, with what the page showed and nothing else of the draft', async () => {
    give({ ...filled, fields: { ...filled.fields, facts: '申请书里的经过', home: '家里的住址' } });
    render(<AskPage />);
    await settle();
    expect(screen.getByText(consent.text)).toBeInTheDocument();
    fireEvent.click(screen.getByRole('checkbox', { name: '我同意' }));
    press('发给工会');
    await settle();
    expect(writes()).toEqual([
      {
        line: 'POST /api/v1/legal-aid',
        key: expect.any(String) as string,
        data: {
          topic: 'pay',
          name: '演示人',
          phone: '19900000001',
          text: '五月的工资没有发',
          bring: ['劳动合同或协议'],
          adcode: '500103',
          dueDay: null,
          consents: [{ purpose: 'legal-aid', version: consent.version }],
        },
      },
    ]);
    expect(screen.getByText('工会收到了')).toBeInTheDocument();
    press('另写一份');
    expect(screen.getByRole('textbox', { name: /发生了什么/ })).toHaveValue('');
    expect(useDraft.getState().draft.fields.facts).toBe('申请书里的经过');
  });

  it('tells the nearest last day only where that is left on', async () => {
    give({ ...filled, troubles: ['dismissed'], fields: { ...filled.fields, still: 'no', ended: '2025-06-05', knew: '2025-06-05' } }); // prettier-ignore
    const { unmount } = render(<AskPage />);
    await settle();
    expect(screen.getByText(/也要马上打 12348/)).toBeInTheDocument();
    const send = async () => {
      fireEvent.click(screen.getByRole('checkbox', { name: '我同意' }));
      press('发给工会');
      await settle();
    };
    await send();
    expect(writes()[0]?.data).toMatchObject({ dueDay: '2026-06-05' });
    press('另写一份');
    give({ fields: { ...useDraft.getState().draft.fields, askText: '再写一次' } });
    fireEvent.click(screen.getByRole('radio', { name: '不告诉' }));
    await send();
    expect(writes()[1]?.data).toMatchObject({ dueDay: null });
    unmount();
  });

  it('waits on the phone without an answer, says so, and keeps the key', async () => {
    refuse = 'nothing';
    give(filled);
    const { unmount } = render(<AskPage />);
    await settle();
    fireEvent.click(screen.getByRole('checkbox', { name: '我同意' }));
    press('发给工会');
    await settle();
    expect(screen.getByText(/没收到回音/)).toBeInTheDocument();
    expect(screen.queryByText('工会收到了')).toBeNull();
    unmount();
    refuse = null;
    render(<AskPage />);
    press('现在发');
    await settle();
    expect(screen.getByText('工会收到了')).toBeInTheDocument();
    expect(new Set(writes().map(({ key }) => key)).size).toBe(1);
  });

  it('that is refused leaves what was typed to be put right', async () => {
    refuse = { status: 403, body: { title: '还没有同意信息的使用方式', status: 403, code: 'consent-missing', retryable: false } }; // prettier-ignore
    give(filled);
    render(<AskPage />);
    await settle();
    fireEvent.click(screen.getByRole('checkbox', { name: '我同意' }));
    press('发给工会');
    await settle();
    expect(screen.getByText(/没有办成：还没有同意/)).toBeInTheDocument();
    press('回去改');
    expect(screen.getByRole('textbox', { name: /发生了什么/ })).toHaveValue('五月的工资没有发');
  });
});

describe('the list', () => {
  it('asks nothing where nothing was ever sent', async () => {
    render(<RequestsPage />);
    await settle();
    expect(screen.getByText('还没有给工会写过')).toBeInTheDocument();
    expect(sent).toEqual([]);
  });

  it('marks what the union did since it was read, here, on 我的 and on the overview', async () => {
    logIn();
    served = [request({ status: 'answered', messages: [message('m1', 'union', '带合同来')] })];
    const list = render(<RequestsPage />);
    await settle();
    expect(screen.getByText('新')).toBeInTheDocument();
    list.unmount();
    for (const Page of [MePage, OverviewPage]) {
      const page = render(<Page />);
      await settle();
      expect(screen.getByText('有新回复')).toBeInTheDocument();
      page.unmount();
    }
    phone.params = { id: 'r1' };
    const one = render(<RequestsPage />);
    await settle();
    expect(screen.getByText('带合同来')).toBeInTheDocument();
    one.unmount();
    render(<MePage />);
    await settle();
    expect(screen.queryByText('有新回复')).toBeNull();
  });

  it('says when it could not be read', async () => {
    logIn();
    jest.spyOn(Taro, 'request').mockImplementation((() => Object.assign(Promise.reject({ errMsg: 'request:fail' }), { abort: () => undefined })) as unknown as typeof Taro.request); // prettier-ignore
    render(<RequestsPage />);
    await settle();
    expect(screen.getByText('你的求助没有取到')).toBeInTheDocument();
  });
});

it.each([
  ['an answer', request({ status: 'answered', messages: [message('a', 'union', '')] }), undefined, true],
  ['somebody who took it', request({ status: 'assigned' }), undefined, true],
  ['the end', request({ status: 'closed' }), { status: 'assigned', answers: 0 }, true],
  ['nothing', request(), undefined, false],
  ['what I wrote', request({ status: 'assigned', messages: [message('a', 'union', ''), message('b', 'worker', '')] }), { status: 'answered', answers: 1 }, false],
  ['what I took back', request({ status: 'withdrawn' }), { status: 'received', answers: 0 }, false],
])('news is %s: %#', (_what, one, seen, news) => {
  expect(isNews(one, seen)).toBe(news);
}); // prettier-ignore

describe('one request', () => {
  beforeEach(() => {
    logIn();
    phone.params = { id: 'r1' };
  });

  it('shows the days left, the talk, and sends what is added', async () => {
    served = [request({ dueDay: '2026-06-04', urgent: true, messages: [message('m1', 'union', '带合同来')] })];
    render(<RequestsPage />);
    await settle();
    expect(screen.getByText('3')).toBeInTheDocument();
    press('发给工会');
    expect(screen.getByText('先写点什么')).toBeInTheDocument();
    fireEvent.change(screen.getByRole('textbox', { name: /补充或者回复/ }), { target: { value: '好的' } });
    press('发给工会');
    await settle();
    expect(writes()).toMatchObject([{ line: 'POST /api/v1/me/legal-aid/r1/messages', data: { text: '好的' } }]);
    expect(screen.getByRole('textbox', { name: /补充或者回复/ })).toHaveValue('');
  });

  it('can be withdrawn, after asking', async () => {
    served = [request()];
    render(<RequestsPage />);
    await settle();
    press('撤回');
    expect(writes()).toEqual([]);
    served = [request({ status: 'withdrawn' })];
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '撤回并告诉工会' }));
    await settle();
    expect(writes()).toMatchObject([{ line: 'POST /api/v1/me/legal-aid/r1/withdraw' }]);
    expect(screen.getByText('你撤回了')).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('can be destroyed whatever its status, and the page leaves it', async () => {
    served = [request({ status: 'closed' })];
    render(<RequestsPage />);
    await settle();
    press('从工会那里删除');
    served = [];
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '删除，不要了' }));
    await settle();
    expect(writes()).toMatchObject([{ line: 'DELETE /api/v1/me/legal-aid/r1' }]);
    expect(phone.visited).toEqual(['/features/legal-aid/pages/requests/index']);
  });

  it('that isn’t there is no dead end', async () => {
    render(<RequestsPage />);
    await settle();
    expect(screen.getByText('没有这件求助')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '看我的求助' })).toBeInTheDocument();
  });
});

it('clearing takes back what waits, and what was read', async () => {
  refuse = 'nothing';
  give(filled);
  render(<AskPage />);
  await settle();
  fireEvent.click(screen.getByRole('checkbox', { name: '我同意' }));
  press('发给工会');
  await settle();
  act(() => useSeen.setState({ seen: { r1: { status: 'answered', answers: 1 } } }));
  expect(JSON.stringify([...phone.storage])).toContain('五月的工资没有发');
  press('清空我填的');
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '清空，不留' }));
  expect(JSON.stringify([...phone.storage])).not.toContain('演示人');
  expect(load(stored.outbox)).toEqual([]);
  expect(load(stored.legalAidSeen)).toEqual({});
});
