/** The one code step of a sign-up: asked for, typed, refused, run out, and without a network. */
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import Taro from '@tarojs/taro';
import axe from 'axe-core';
import { MINUTE, isoAt } from '@yugong/domain/time';
import { problems, type ProblemCode } from '@yugong/domain/problem';
import { PhoneProof } from '@/features/registration/proof/phone-proof';
import { load, save, stored } from '@/platform/storage';
import { asMe } from '@/platform/service/login';

const now = Date.now();
const until = isoAt(now + 15 * MINUTE);
const booked = {
  ...{ id: 'r1', sessionId: 's', programmeId: 'p', status: 'booked', ahead: 0, offerUntil: null, mine: true },
  ...{ createdAt: isoAt(now), updatedAt: isoAt(now) },
};
const service = {
  sent: [] as { line: string; body: unknown; headers: object }[],
  refuse: null as ProblemCode | null,
  up: true,
};
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

beforeEach(() => {
  Object.assign(service, { sent: [], refuse: null, up: true });
  save(stored.login, { token: 't', expiresAt: Date.now() + 1e9, renewal: 'r' });
  jest.spyOn(Taro, 'request').mockImplementation(((options: Taro.request.Option) => {
    const line = `${options.method ?? 'GET'} ${options.url.replace(/^https?:\/\/[^/]+/, '')}`;
    const body: unknown = typeof options.data === 'string' && options.data !== '' ? JSON.parse(options.data) : null;
    service.sent.push({ line, body, headers: { ...options.header } });
    const { refuse } = service;
    const answer = refuse
      ? {
          statusCode: problems[refuse].status,
          data: { type: '', requestId: 'r', errors: [], code: refuse, ...problems[refuse] },
        }
      : { statusCode: 200, data: line.endsWith('/code') ? { expiresAt: until, againAt: until } : booked };
    const reply = service.up ? Promise.resolve(answer) : Promise.reject(new Error('request:fail'));
    return Object.assign(reply, { abort: () => undefined });
  }) as unknown as typeof Taro.request);
});
afterEach(() => jest.restoreAllMocks());

const draw = ({ at = now, onAgain = jest.fn() } = {}) =>
  render(
    <PhoneProof
      id="h1"
      proof={{ until, ways: ['sms'], phone: '199****0001' }}
      item={undefined}
      clock={{ now: at, today: '2026-02-10' }}
      onAgain={onAgain}
    />,
  );
const press = async (text: string) => {
  await userEvent.click(screen.getByText(text));
  await settle();
};
const type = (text: string) => userEvent.type(screen.getByLabelText(/短信验证码/), text);

it('asks for one code on a tap, and sends what was typed', async () => {
  const { container } = draw();
  expect(service.sent).toEqual([]);
  await press('获取验证码');
  expect(screen.getByText('验证码已发送，10 分钟内有效。')).toBeInTheDocument();
  expect((await axe.run(container, { rules: { region: { enabled: false } } })).violations).toEqual([]);
  await type('123456');
  await press('确认');
  expect(service.sent.map(({ line, body }) => [line, body])).toEqual([
    ['POST /api/v1/me/held/h1/code', null],
    ['PUT /api/v1/me/held/h1/proof', { code: '123456' }],
  ]);
});

it('sends nothing that isn’t six digits, and says what the service refused', async () => {
  draw();
  await press('获取验证码');
  await type('123');
  await press('确认');
  expect(screen.getByText('请输入短信里的 6 位数字。')).toBeInTheDocument();
  expect(service.sent).toHaveLength(1);
  await type('456');
  service.refuse = 'code-wrong';
  await press('确认');
  expect(screen.getByText(`${problems['code-wrong'].title}。`)).toBeInTheDocument();
  service.refuse = 'codes-too-many';
  await press('重新获取验证码');
  expect(screen.getByText(`${problems['codes-too-many'].title}。`)).toBeInTheDocument();
});

it('keeps everything where the network is gone', async () => {
  service.up = false;
  draw();
  await press('获取验证码');
  expect(screen.getByText(/网络连接失败，请联网后再试/)).toBeInTheDocument();
  expect(screen.getByText('获取验证码')).toBeInTheDocument();
});

it('says that the place was not kept once its time is over, by the phone’s clock or the service’s word', async () => {
  const onAgain = jest.fn();
  const { unmount } = draw({ at: now + 15 * MINUTE, onAgain });
  await userEvent.click(screen.getByText('重新报名'));
  expect(onAgain).toHaveBeenCalledTimes(1);
  unmount();
  draw();
  service.refuse = 'proof-expired';
  await press('获取验证码');
  expect(screen.getByText('验证已超时')).toBeInTheDocument();
});

it('says which phone it is where something is signed up for, the same after another login, and nowhere else', async () => {
  const device = async (method: 'POST' | 'GET', path: string) => {
    await asMe({ method, path });
    return (service.sent.at(-1)?.headers as Record<string, string>)['x-yugong-device'];
  };
  const first = await device('POST', '/api/v1/sessions/s/registrations');
  expect(first).toMatch(/^[\w-]{16,64}$/);
  save(stored.login, { token: 'another', expiresAt: Date.now() + 1e9, renewal: 'r' });
  expect(await device('POST', '/api/v1/sessions/s2/registrations')).toBe(first);
  expect(load(stored.device)).toBe(first);
  expect(await device('GET', '/api/v1/me/registrations')).toBeUndefined();
  expect(await device('POST', '/api/v1/me/held/h1/code')).toBeUndefined();
});
