/** The outbox as pages use it: its public API, and the list in which it is seen and cancelled. */
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as v from 'valibot';
import {
  answerOf,
  cancelInOutbox,
  defineKind,
  dismissFromOutbox,
  newIdempotencyKey,
  putIntoOutbox,
  startOutbox,
  useOutbox,
  type Send,
  type SendOutcome,
} from '@/platform/outbox';
import { load, stored } from '@/platform/storage';
import { OutboxList } from '@/ui/outbox-list';
import { phone } from '../../setup/taro';
import { defined } from '@yugong/domain/narrow';

const signUp = defineKind<{ name: string }, { id: string }>('sign-up', v.object({ id: v.string() }));
const put = (key: string) => putIntoOutbox(signUp, { key, title: '报名：周四', path: '/p', body: { name: '张三' } });

/** The service, answered by hand. */
let answer: (outcome: SendOutcome) => Promise<void>;
const send = jest.fn<ReturnType<Send>, Parameters<Send>>(
  () =>
    new Promise((resolve) => {
      answer = (outcome) => act(async () => resolve(outcome));
    }),
);

function List() {
  const items = useOutbox();
  return (
    <>
      <OutboxList items={items} />
      {items.map((item) => (
        <p key={item.key}>{answerOf(signUp, item)?.id ?? 'nothing'}</p>
      ))}
    </>
  );
}

const goOffline = (offline: boolean) => {
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(!offline);
  act(() => void window.dispatchEvent(new Event(offline ? 'offline' : 'online')));
};

beforeEach(() => {
  phone.reset();
  send.mockClear();
  // Any step makes the engine look at the storage again, which is empty now.
  dismissFromOutbox('');
});
afterEach(async () => {
  goOffline(false);
  await answer?.({ kind: 'refused', refusal: { code: 'c', title: 't', errors: [] } });
  jest.restoreAllMocks();
});
// One engine serves the app for its whole life, as in the app.
beforeAll(() => startOutbox(send));

it('gives each of a thousand writes a key of its own', () => {
  expect(new Set(Array.from({ length: 1000 }, newIdempotencyKey)).size).toBe(1000);
});

it('keeps first, sends then, and calls it received only when it was', async () => {
  render(<List />);
  act(() => expect(put('a')).toBe(true));
  expect(load(stored.outbox)).toMatchObject([{ key: 'a', kind: 'sign-up', progress: { state: 'sending' } }]);
  expect(send).toHaveBeenCalledWith(expect.objectContaining({ key: 'a', body: { name: '张三' } }));
  expect(screen.getByRole('status')).toHaveTextContent('正在发');
  expect(screen.queryByText(/收到/)).toBeNull();
  await answer({ kind: 'acknowledged', status: 201, answer: { id: 'r1' } });
  expect(screen.getByRole('status')).toHaveTextContent('已提交');
  expect(screen.getByText('r1')).toBeInTheDocument();
  expect(JSON.stringify([...phone.storage.values()])).not.toContain('张三');
  await userEvent.click(screen.getByRole('button', { name: '知道了' }));
  expect(load(stored.outbox)).toEqual([]);
});

it('does not hand over an answer of another shape', async () => {
  render(<List />);
  act(() => void put('b'));
  await answer({ kind: 'acknowledged', status: 201, answer: { surprise: true } });
  expect(screen.getByText('nothing')).toBeInTheDocument();
});

it('keeps what has no body, such as a withdrawal', () => {
  const withdrawal = defineKind<undefined, null>('withdrawal', v.null());
  act(
    () =>
      void putIntoOutbox(withdrawal, { key: 'w', title: '取消报名', path: '/p', method: 'DELETE', body: undefined }),
  );
  expect(load(stored.outbox)).toMatchObject([{ key: 'w', method: 'DELETE', body: null }]);
});

it('takes a second tap as the same thing', () => {
  act(() => {
    put('c');
    put('c');
  });
  expect(load(stored.outbox)).toHaveLength(1);
});

it('waits while there is no network, says so, and goes by itself when it returns', async () => {
  goOffline(true);
  render(<List />);
  act(() => void put('d'));
  expect(screen.getByRole('status')).toHaveTextContent('待发送，联网后自动发送');
  expect(screen.queryByRole('button', { name: '立即发送' })).toBeNull();
  expect(send).not.toHaveBeenCalled();
  goOffline(false);
  expect(send).toHaveBeenCalledTimes(1);
  await answer({ kind: 'unanswered' });
  expect(screen.getByRole('status')).toHaveTextContent('暂未收到确认，稍后自动发送');
  await userEvent.click(screen.getByRole('button', { name: '立即发送' }));
  expect(send).toHaveBeenCalledTimes(2);
});

it('says in the words of the service why it was not done', async () => {
  render(<List />);
  act(() => void put('e'));
  await answer({ kind: 'refused', refusal: { code: 'session-full', title: '这一场已经满了', errors: [] } });
  expect(screen.getByRole('status')).toHaveTextContent('未成功：这一场已经满了');
});

it('asks before giving up, and says what that means', async () => {
  goOffline(true);
  render(<List />);
  act(() => void put('f'));
  await userEvent.click(screen.getByRole('button', { name: '取消发送' }));
  const dialog = screen.getByRole('dialog');
  expect(dialog).toHaveTextContent('尚未发送');
  await userEvent.keyboard('{Escape}');
  expect(load(stored.outbox)).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: '取消发送' }));
  await userEvent.click(defined(screen.getAllByRole('button', { name: '取消发送' })[1]));
  expect(load(stored.outbox)).toEqual([]);
});

it('never promises that something cancelled on its way did not arrive', async () => {
  render(<List />);
  act(() => void put('g'));
  act(() => cancelInOutbox('g'));
  expect(screen.getByRole('status')).toHaveTextContent('正在停止');
  await answer({ kind: 'unanswered' });
  expect(screen.getByRole('status')).toHaveTextContent('之前可能已送达');
});

it('says when a full phone did not keep it', () => {
  jest.spyOn(console, 'warn').mockImplementation();
  phone.storageFull = true;
  expect(put('h')).toBe(false);
  phone.storageFull = false;
  expect(load(stored.outbox)).toEqual([]);
});
