/** 「我的信息」 on a phone that others use too: to leave the account, and to clear what is kept here. */
import { act, fireEvent, render, renderHook, screen } from '@testing-library/react';
import Taro from '@tarojs/taro';
import * as v from 'valibot';
import PrivacyPage from '@/features/registration/pages/privacy';
import { useDraft } from '@/features/legal-aid/draft/store';
import { useFavourites } from '@/platform/favourites';
import { useMyDates } from '@/platform/my-dates';
import { defineKind, putIntoOutbox, useOutbox } from '@/platform/outbox';
import { forgetServed } from '@/platform/service';
import { load, save, stored } from '@/platform/storage';
import { requestTask } from '../setup/request-task';

const service = { asked: [] as string[], status: 204 as number | null };
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));
const press = async (name: string) => {
  fireEvent.click(screen.getByText(name));
  await settle();
};

beforeEach(() => {
  Object.assign(service, { asked: [], status: 204 });
  forgetServed();
  save(stored.login, { token: 't', expiresAt: Date.now() + 1e9, renewal: 'r' });
  jest.spyOn(Taro, 'request').mockImplementation((options) => {
    const line = `${options.method ?? 'GET'} ${new URL(options.url, 'http://service.test').pathname}`;
    service.asked.push(line);
    if (line.startsWith('GET'))
      return requestTask(Promise.resolve({ statusCode: 200, data: { registrations: [], consents: [] } }));
    const { status } = service;
    return requestTask(
      status === null ? Promise.reject(new Error('request:fail')) : Promise.resolve({ statusCode: status, data: '' }),
    );
  });
});
afterEach(() => jest.restoreAllMocks());

it('ends the login on the service, and says what stays', async () => {
  useFavourites.getState().toggle({ collection: 'news', id: 'news-1', title: '一条动态' });
  render(<PrivacyPage />);
  await settle();
  await press('退出登录');
  expect(screen.getByText(/不能再回到这个账号/)).toBeInTheDocument();
  await press('确定退出登录');
  expect(service.asked).toContain('DELETE /api/v1/login');
  expect(load(stored.login)).toBeNull();
  expect(screen.getByText(/已退出登录。收藏、搜索历史等还在本机/)).toBeInTheDocument();
  expect(useFavourites.getState().items).toHaveLength(1);
});

it('leaves the account without a network too, and keeps what ends it on the service where nothing clears it', async () => {
  service.status = null;
  render(<PrivacyPage />);
  await settle();
  await press('退出登录');
  await press('确定退出登录');
  expect(screen.getByText(/本机已退出登录。现在连不上网络，联网后会通知服务器结束这次登录/)).toBeInTheDocument();
  expect(load(stored.login)).toBeNull();
  expect(renderHook(() => useOutbox()).result.current).toEqual([]);
  await press('清除本机记录');
  expect(screen.queryByText(/不会再发出/)).not.toBeInTheDocument();
  await press('确定清除');
  expect(load(stored.outbox)).toMatchObject([{ kind: 'logout', method: 'DELETE', body: { token: 't', renewal: 'r' } }]);
});

it('stays logged in where the phone can keep nothing, and says so', async () => {
  service.status = null;
  render(<PrivacyPage />);
  await settle();
  await press('退出登录');
  jest.spyOn(Taro, 'setStorageSync').mockImplementation(() => {
    throw new Error('setStorageSync:fail');
  });
  await press('确定退出登录');
  expect(screen.getByText(/还没有退出：手机存储已满/)).toBeInTheDocument();
  expect(load(stored.login)).toMatchObject({ token: 't' });
});

it('clears the phone without an account, from memory too, and sends nothing that waited', async () => {
  save(stored.login, null);
  save(stored.recentSearches, ['加班费']);
  save(stored.cycleDates, { before: '2026-10-01', last: '2026-11-01' });
  useFavourites.getState().toggle({ collection: 'cases', id: 'case-1', title: '一个案例' });
  useMyDates.getState().keep({ id: 'legal-aid:a', title: '最后一天', day: '2026-12-31', note: null, url: null });
  useDraft.getState().setField('employer', '某公司');
  const kind = defineKind<object, object>('test-message', v.object({}));
  putIntoOutbox(kind, { key: 'k', title: '一条求助', path: '/api/v1/legal-aid', body: { text: '例子' } });
  render(<PrivacyPage />);
  await settle();
  await press('清除本机记录');
  expect(screen.getByText(/还没发出的 1 项不会再发出/)).toBeInTheDocument();
  await press('确定清除');
  expect(screen.getByText('本机记录已清除。')).toBeInTheDocument();
  expect([load(stored.recentSearches), load(stored.favourites), load(stored.myDates)]).toEqual([[], [], []]);
  expect(load(stored.cycleDates)).toBeNull();
  expect(useFavourites.getState().items).toEqual([]);
  expect(useMyDates.getState().items).toEqual([]);
  expect(useDraft.getState().draft.fields).toEqual({});
  expect(renderHook(() => useOutbox()).result.current).toEqual([]);
});
