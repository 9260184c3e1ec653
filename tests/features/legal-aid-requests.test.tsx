/** What was sent to the union: how it stands, what is new, and taking it back. */
import { fireEvent, render, screen, within } from '@testing-library/react';
import Taro from '@tarojs/taro';
import OverviewPage from '@/features/legal-aid/pages/overview';
import RequestsPage from '@/features/legal-aid/pages/requests';
import { isNews } from '@/features/shared/legal-aid-news';
import MePage from '@/pages/me';
import { atNoon, press } from '../fixtures/legal-aid';
import { logIn, message, request, settle, union, withUnion, writes } from '../fixtures/legal-aid-service';
import { phone } from '../setup/taro';
import { requestTask } from '../setup/request-task';

atNoon();
withUnion();

describe('the list', () => {
  it('asks nothing where nothing was ever sent', async () => {
    render(<RequestsPage />);
    await settle();
    expect(screen.getByText('还没有给工会写过')).toBeInTheDocument();
    expect(union.sent).toEqual([]);
  });

  it('marks what the union did since it was read, here, on 我的 and on the overview', async () => {
    logIn();
    union.served = [request({ status: 'answered', messages: [message('m1', 'union', '带合同来')] })];
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
    jest.spyOn(Taro, 'request').mockImplementation(() => requestTask(Promise.reject({ errMsg: 'request:fail' })));
    render(<RequestsPage />);
    await settle();
    expect(screen.getByText('你的求助加载失败')).toBeInTheDocument();
  });
});

it.each([
  ['an answer', request({ status: 'answered', messages: [message('a', 'union', '')] }), undefined, true],
  ['somebody who took it', request({ status: 'assigned' }), undefined, true],
  ['the end', request({ status: 'closed' }), { status: 'assigned', answers: 0 }, true],
  ['nothing', request(), undefined, false],
  [
    'what I wrote',
    request({ status: 'assigned', messages: [message('a', 'union', ''), message('b', 'worker', '')] }),
    { status: 'answered', answers: 1 },
    false,
  ],
  ['what I took back', request({ status: 'withdrawn' }), { status: 'received', answers: 0 }, false],
])('news is %s: %#', (_what, one, seen, news) => {
  expect(isNews(one, seen)).toBe(news);
});

describe('one request', () => {
  beforeEach(() => {
    logIn();
    phone.params = { id: 'r1' };
  });

  it('shows the days left, the talk, and sends what is added', async () => {
    union.served = [request({ dueDay: '2026-06-04', urgent: true, messages: [message('m1', 'union', '带合同来')] })];
    render(<RequestsPage />);
    await settle();
    expect(screen.getByText('3')).toBeInTheDocument();
    press('发给工会');
    expect(screen.getByText('先写点什么')).toBeInTheDocument();
    fireEvent.change(screen.getByRole('textbox', { name: /补充或回复/ }), { target: { value: '好的' } });
    press('发给工会');
    await settle();
    expect(writes()).toMatchObject([{ line: 'POST /api/v1/me/legal-aid/r1/messages', data: { text: '好的' } }]);
    expect(screen.getByRole('textbox', { name: /补充或回复/ })).toHaveValue('');
  });

  it('says the union’s letter, and until when it has to be answered', async () => {
    const letter = { kind: 'opinion', sentOn: '2026-05-20', answerBy: '2026-06-10' } as const;
    union.served = [request({ topic: 'supervision', status: 'assigned', letter })];
    render(<RequestsPage />);
    await settle();
    expect(screen.getByText('请工会查一查单位')).toBeInTheDocument();
    expect(screen.getByText(/意见书》，单位应在2026年6月10日前书面答复/)).toBeInTheDocument();
  });

  it('can be withdrawn, after asking', async () => {
    union.served = [request()];
    render(<RequestsPage />);
    await settle();
    press('撤回');
    expect(writes()).toEqual([]);
    union.served = [request({ status: 'withdrawn' })];
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '撤回并告诉工会' }));
    await settle();
    expect(writes()).toMatchObject([{ line: 'POST /api/v1/me/legal-aid/r1/withdraw' }]);
    expect(screen.getByText('已撤回')).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('can be destroyed whatever its status, and the page leaves it', async () => {
    union.served = [request({ status: 'closed' })];
    render(<RequestsPage />);
    await settle();
    press('从服务器删除');
    union.served = [];
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '确定删除' }));
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

it('has no notes about what is not the case: nothing older, nothing on its way', async () => {
  logIn();
  union.served = [request()];
  const { container, unmount } = render(<RequestsPage />);
  await settle();
  expect(screen.getByText('工会收到的')).toBeInTheDocument();
  expect(container).not.toHaveTextContent(/上次看到的|还没到工会那里的/);
  unmount();
  phone.params = { id: 'r1' };
  const one = render(<RequestsPage />).container;
  await settle();
  expect(one).not.toHaveTextContent(/待发送|暂未收到确认/);
  jest.spyOn(Taro, 'request').mockImplementation(() => requestTask(Promise.reject({ errMsg: 'request:fail' })));
  fireEvent.input(screen.getByRole('textbox', { name: /补充或回复/ }), { target: { value: '还没有发' } });
  const before = one.textContent;
  fireEvent.click(screen.getByRole('button', { name: /发给工会|发出去|提交|发送/ }));
  await settle();
  expect(one.textContent).not.toBe(before);
});
