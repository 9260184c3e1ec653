/** 投诉建议: one tap from every page, sent once, kept while it is written, and what became of it. */
import { act, fireEvent, render, screen } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { defined } from '@yugong/domain/narrow';
import { feedbackUrl } from '@/features/feedback';
import { useComplaintDraft } from '@/features/feedback/draft';
import MinePage from '@/features/feedback/pages/mine';
import WritePage from '@/features/feedback/pages/write';
import { clearPhoneRecords } from '@/features/registration/privacy/phone-records';
import { hearDemo } from '@/platform/demo';
import { clearFromOutbox } from '@/platform/outbox';
import { load, stored } from '@/platform/storage';
import { FEEDBACK_PAGE, Page } from '@/ui/page';
import { atNoon, press } from '../fixtures/legal-aid';
import { complaint, logIn, message, settle, union, withUnion, writes } from '../fixtures/legal-aid-service';
import { requestTask } from '../setup/request-task';
import { phone } from '../setup/taro';

atNoon();
withUnion();
afterEach(() => useComplaintDraft.getState().drop());

const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
const type = (name: string | RegExp, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
const cameFrom = (route: string) =>
  jest.spyOn(Taro, 'getCurrentPages').mockReturnValue([{ route }, { route: 'features/feedback/pages/write/index' }]);

it('is one tap from every page but its own', async () => {
  const page = render(<Page title="动态">内容</Page>);
  expect(FEEDBACK_PAGE).toBe(feedbackUrl());
  fireEvent.click(screen.getByRole('link', { name: '投诉建议、请回电' }));
  expect(phone.visited).toEqual([feedbackUrl()]);
  page.unmount();
  render(<WritePage />);
  await settle();
  expect(screen.queryByRole('link', { name: '投诉建议、请回电' })).toBeNull();
});

it('says of a demo that nobody reads it, and of no other', async () => {
  const told = () => screen.queryByText(/没有人会看到/);
  render(<WritePage />);
  await settle();
  expect(told()).toBeNull();
  act(() => hearDemo('1'));
  expect(told()).toBeInTheDocument();
  act(() => hearDemo(undefined));
});

it('is not sent before everything is there, and says what is missing', async () => {
  render(<WritePage />);
  await settle();
  press('提交');
  expect(screen.getAllByText('请选择一种').length).toBeGreaterThan(0);
  choose(/^投诉/);
  press('提交');
  expect(screen.getAllByText('请写下要说的事，一两句也可以').length).toBeGreaterThan(0);
  choose(/^请回电/);
  press('提交');
  for (const words of ['请选择关于什么', '请填写手机号，工会才能回电'])
    expect(screen.getAllByText(words).length).toBeGreaterThan(0);
  expect(writes()).toEqual([]);
});

it('goes out once with the page that its author came from, and shows its number and its last day', async () => {
  cameFrom('features/stations/pages/list/index');
  render(<WritePage />);
  await settle();
  choose(/^投诉/);
  type('要说的事', '列表点不开');
  expect(screen.getByRole('checkbox', { name: '找驿站' })).toBeChecked();
  press('提交');
  await settle();
  expect(writes()).toEqual([
    {
      line: 'POST /api/v1/complaints',
      key: expect.any(String),
      data: {
        kind: 'complaint',
        text: '列表点不开',
        page: 'features/stations/pages/list/index',
        phone: null,
        callAt: null,
        adcode: null,
      },
    },
  ]);
  expect(screen.getByText('已提交，编号 260601-7K3M9P')).toBeInTheDocument();
  expect(screen.getByText(/最晚2026年6月22日答复/)).toBeInTheDocument();
  press('再提交一条');
  expect(screen.getByRole('textbox', { name: '要说的事' })).toHaveValue('');
});

it('says nothing of the page where its author takes that away', async () => {
  cameFrom('pages/home/index');
  render(<WritePage />);
  await settle();
  choose(/^建议/);
  type('要说的事', '大一点');
  fireEvent.click(screen.getByRole('checkbox', { name: '首页' }));
  press('提交');
  await settle();
  expect(writes()).toMatchObject([{ data: { kind: 'suggestion', page: null } }]);
});

it('asks for a call with no more than a topic, a time and a number', async () => {
  render(<WritePage />);
  await settle();
  choose(/^请回电/);
  choose('工资、工伤等权益');
  choose('工作日下午');
  type('手机号', '199 0000 0001');
  press('提交');
  await settle();
  expect(writes()).toMatchObject([
    { data: { kind: 'call-back', text: '工资、工伤等权益', phone: '19900000001', callAt: 'afternoon' } },
  ]);
});

it('keeps what is typed until it has arrived, and loses it where the phone is cleared', async () => {
  const { unmount } = render(<WritePage />);
  await settle();
  choose(/^投诉/);
  type('要说的事', '写了一半');
  unmount();
  expect(load(stored.complaintDraft)).toEqual({ kind: 'complaint', text: '写了一半' });
  render(<WritePage />);
  await settle();
  expect(screen.getByRole('textbox', { name: '要说的事' })).toHaveValue('写了一半');
  clearPhoneRecords([]);
  expect(load(stored.complaintDraft)).toEqual({});
});

it('waits on the phone without an answer, is called nothing else, and keeps its key', async () => {
  union.refuse = 'nothing';
  const { unmount } = render(<WritePage />);
  await settle();
  choose(/^投诉/);
  type('要说的事', '列表点不开');
  press('提交');
  await settle();
  expect(screen.getByText(/暂未收到确认/)).toBeInTheDocument();
  expect(screen.queryByText(/已提交，编号/)).toBeNull();
  unmount();
  union.refuse = null;
  render(<WritePage />);
  press('立即发送');
  await settle();
  expect(screen.getByText(/已提交，编号/)).toBeInTheDocument();
  expect(new Set(writes().map(({ key }) => key)).size).toBe(1);
});

it('that is refused comes back with what was typed', async () => {
  union.refuse = {
    status: 409,
    body: { title: '今天提交的投诉建议已到上限', status: 409, code: 'too-many-complaints', retryable: false },
  };
  render(<WritePage />);
  await settle();
  choose(/^投诉/);
  type('要说的事', '列表点不开');
  press('提交');
  await settle();
  expect(screen.getByText('未成功：今天提交的投诉建议已到上限')).toBeInTheDocument();
  press('返回修改');
  expect(screen.getByRole('textbox', { name: '要说的事' })).toHaveValue('列表点不开');
});

describe('my complaints', () => {
  it('ask nothing where nothing was ever sent', async () => {
    render(<MinePage />);
    await settle();
    expect(screen.getByText('暂无投诉建议')).toBeInTheDocument();
    expect(union.sent).toEqual([]);
  });

  it('say how each stands, and until when one is answered only while it waits', async () => {
    logIn();
    union.complaints = [complaint(), complaint({ id: 'c2', number: '260601-AAAAAA', status: 'answered' })];
    render(<MinePage />);
    await settle();
    expect(screen.getByText('投诉 260601-7K3M9P')).toBeInTheDocument();
    expect(screen.getAllByText(/提交，最晚6月22日.*答复/)).toHaveLength(1);
    expect(screen.getByText('工会已答复')).toBeInTheDocument();
  });

  it('show the talk of one, take an addition, and are destroyed after a question', async () => {
    logIn();
    phone.params = { id: 'c1' };
    union.complaints = [complaint({ status: 'answered', messages: [message('m1', 'union', '修好了')] })];
    render(<MinePage />);
    await settle();
    expect(screen.getByText('修好了')).toBeInTheDocument();
    press('提交补充');
    expect(screen.getByText('请先写下要补充的内容')).toBeInTheDocument();
    type(/补充/, '还是不行');
    press('提交补充');
    await settle();
    press('撤回并删除');
    expect(writes()).toMatchObject([{ line: 'POST /api/v1/me/complaints/c1/messages', data: { text: '还是不行' } }]);
    press('删除');
    await settle();
    expect(writes()).toMatchObject([{}, { line: 'DELETE /api/v1/me/complaints/c1' }]);
    expect(phone.visited).toEqual(['/features/feedback/pages/mine/index']);
  });

  it('take no addition once they are closed', async () => {
    logIn();
    phone.params = { id: 'c1' };
    union.complaints = [complaint({ status: 'closed' })];
    render(<MinePage />);
    await settle();
    expect(screen.queryByRole('button', { name: '提交补充' })).toBeNull();
  });
});

describe('what is shown of my complaints', () => {
  const draw = async (id?: string) => {
    phone.params = id === undefined ? {} : { id };
    const { container } = render(<MinePage />);
    await settle();
    return container;
  };

  it('has no heading over nothing, and no fault where there is none', async () => {
    logIn();
    const page = await draw();
    expect(page).toHaveTextContent('暂无投诉建议');
    expect(page).not.toHaveTextContent(/已提交|待发送|加载失败/);
    expect(screen.getByRole('link', { name: '投诉、建议或者请回电' })).toHaveAttribute('href', feedbackUrl());
  });

  it('says that they could not be loaded, and asks again on a tap', async () => {
    logIn();
    const up = defined(jest.mocked(Taro.request).getMockImplementation());
    jest
      .mocked(Taro.request)
      .mockImplementation((options) =>
        options.url.endsWith('/me/complaints')
          ? requestTask(Promise.resolve({ statusCode: 503, data: '' }))
          : up(options),
      );
    const page = await draw();
    expect(page).toHaveTextContent('提交过的都已保存。');
    expect(page).not.toHaveTextContent('暂无投诉建议');
    jest.mocked(Taro.request).mockImplementation(up);
    union.complaints = [complaint({ id: 'c5' })];
    press('重试');
    await settle();
    expect(page).toHaveTextContent('投诉 260601-7K3M9P');
    expect(page).not.toHaveTextContent('提交过的都已保存。');
  });

  it('says of one what was sent with it, and nothing of what wasn’t', async () => {
    logIn();
    union.complaints = [complaint({ id: 'c5', phone: '199****0001', callAt: 'afternoon' })];
    const page = await draw('c5');
    expect(page).toHaveTextContent('手机号 199****0001');
    expect(page).toHaveTextContent('接听时间：工作日下午');
    expect(page).toHaveTextContent('关于“找驿站”这一页');
    expect(page).toHaveTextContent('2026年6月1日提交');
    expect(page).toHaveTextContent('最晚2026年6月22日答复');
  });

  it('names no page and no number of one without', async () => {
    logIn();
    union.complaints = [complaint({ id: 'c5', page: null, status: 'answered' })];
    const page = await draw('c5');
    expect(page).not.toHaveTextContent(/关于“|手机号|接听时间|最晚/);
  });

  it('that there isn’t leads back to the others', async () => {
    logIn();
    union.complaints = [complaint({ id: 'c5' })];
    expect(await draw('gone')).toHaveTextContent('没有找到这条投诉建议');
    expect(screen.getByRole('link', { name: '我的投诉建议' })).toHaveAttribute(
      'href',
      '/features/feedback/pages/mine/index',
    );
  });

  it('can be added to after an addition was refused, and is being deleted only while that is on its way', async () => {
    logIn();
    union.complaints = [complaint({ id: 'c5', status: 'answered' })];
    await draw('c5');
    union.refuse = {
      status: 409,
      body: { title: '今天的补充已到上限', status: 409, code: 'too-many', retryable: false },
    };
    type(/补充/, '还是不行');
    press('提交补充');
    await settle();
    expect(screen.getByRole('button', { name: '提交补充' })).toBeInTheDocument();
    expect(screen.queryByText('正在删除，完成后会返回列表。')).toBeNull();
    union.refuse = 'nothing';
    jest.spyOn(Taro, 'request').mockImplementation(() => requestTask(Promise.reject({ errMsg: 'request:fail' })));
    press('撤回并删除');
    press('删除');
    await settle();
    expect(screen.getByText('正在删除，完成后会返回列表。')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '提交补充' })).toBeNull();
    clearFromOutbox(['complaint-message', 'complaint-delete']);
  });
});

it('says where the phone could not keep what was written', async () => {
  jest.spyOn(console, 'warn').mockImplementation();
  render(<WritePage />);
  await settle();
  choose(/^投诉/);
  type('要说的事', '列表点不开');
  expect(screen.queryByText(/手机存储已满/)).toBeNull();
  phone.storageFull = true;
  press('提交');
  await settle();
  expect(screen.getByText(/手机存储已满，没有提交。/)).toBeInTheDocument();
  expect(writes()).toEqual([]);
});
