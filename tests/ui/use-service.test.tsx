import { readJson } from '@yugong/domain/narrow/json';
import { act, render, screen } from '@testing-library/react';
import Taro from '@tarojs/taro';
import * as v from 'valibot';
import { forgetServed, useService } from '@/platform/service';

const Counted = v.object({ n: v.number() });

/** What the phone's network does next. */
let next: () => Promise<{ statusCode: number; data: string; header: object }>;
const answers = (n: number) => () => Promise.resolve({ statusCode: 200, data: `{"n":${n}}`, header: {} });
const dead = () => Promise.reject(Object.assign(new Error('x'), { errMsg: 'request:fail' }));

let refresh: () => Promise<void>;
function Probe({ path }: { path: string }) {
  const service = useService(Counted, path);
  refresh = service.refresh;
  return <p>{JSON.stringify(service.served)}</p>;
}
const shown = () => readJson(v.record(v.string(), v.unknown()), screen.getByText(/state/).textContent ?? '');
const settle = () => act(() => Promise.resolve());

beforeEach(() => {
  forgetServed();
  Object.assign(Taro, { request: () => Object.assign(next(), { abort: () => undefined }) });
});

it('waits, shows, and keeps what it has where asking again fails', async () => {
  next = answers(1);
  render(<Probe path="/a" />);
  expect(shown()).toEqual({ state: 'loading' });
  await settle();
  expect(shown()).toMatchObject({ state: 'ready', data: { n: 1 }, old: false });
  next = dead;
  await act(refresh);
  expect(shown()).toMatchObject({ state: 'ready', data: { n: 1 }, old: true });
  next = answers(2);
  await act(refresh);
  expect(shown()).toMatchObject({ data: { n: 2 }, old: false });
});

it('fails where nothing was known, and succeeds later', async () => {
  next = dead;
  render(<Probe path="/a" />);
  await settle();
  expect(shown()).toMatchObject({ state: 'failed', why: { kind: 'no-answer', reason: 'network' } });
  next = answers(3);
  await act(refresh);
  expect(shown()).toMatchObject({ state: 'ready', data: { n: 3 } });
});

it('never shows one path the answer of another', async () => {
  let answerA: (value: { statusCode: number; data: string; header: object }) => void = () => undefined;
  next = () => new Promise((resolve) => (answerA = resolve));
  const { rerender } = render(<Probe path="/a" />);
  next = answers(2);
  rerender(<Probe path="/b" />);
  await settle();
  await act(async () => answerA({ statusCode: 200, data: '{"n":1}', header: {} }));
  expect(shown()).toMatchObject({ data: { n: 2 } });
});

it('shows at once what it knew when the reader comes back', async () => {
  next = answers(1);
  const { unmount } = render(<Probe path="/a" />);
  await settle();
  unmount();
  next = () => new Promise(() => undefined);
  render(<Probe path="/a" />);
  expect(shown()).toMatchObject({ state: 'ready', data: { n: 1 } });
});
