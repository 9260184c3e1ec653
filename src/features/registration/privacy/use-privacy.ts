import * as v from 'valibot';
import { useState } from 'react';
import { DocumentWire } from '@yugong/domain/legal-aid/wire';
import { RegistrationListWire } from '@yugong/domain/registration/detail';
import { saveMadeDocument } from '@/platform/made-document';
import type { DocumentAnswer } from '@/platform/document';
import { newIdempotencyKey, putIntoOutbox, useOutbox } from '@/platform/outbox';
import { saveText } from '@/platform/save-file';
import { askService, endLogin, forgetLogin, forgetServed, hasLogin, logoutKind, useService } from '@/platform/service';
import { serviceNow } from '@/platform/service-time';
import { load, stored } from '@/platform/storage';
import { dayAt } from '@yugong/domain/calendar';
import { GivenConsentList, type GivenConsentWire } from '@yugong/domain/consent/wire';
import { MY_REGISTRATIONS_PATH } from '../../shared/service-paths';
import { clearOutbox, clearPhoneRecords, forgetAccountRecords } from './phone-records';

/** How something that was tapped went. */
export type Done = { what: 'export' | 'delete' | 'withdraw' | 'logout' | 'clear'; text: string; well: boolean };

const withdrawn = {
  registrations: '已撤回。相关报名已取消，填写的信息已删除。',
  requests: '已撤回。给工会的求助及沟通记录已从服务器删除。',
  reminders: '已撤回。到期提醒的日期已从服务器删除。',
};

/** What rests on a consent, and ends with it. */
const restsOn = (purpose: GivenConsentWire['purpose']): keyof typeof withdrawn =>
  purpose === 'legal-aid' ? 'requests' : purpose === 'due-reminder' ? 'reminders' : 'registrations';

const CAREFUL = '文件含个人信息，请勿发给陌生人。';
const NOT_SAVED = '保存失败，请换个浏览器或换部手机再试。';

/** WeChat opens a document, and its own menu saves it; a browser puts it among its downloads. */
const sayExport = (saved: DocumentAnswer, file: string): string =>
  saved !== 'done'
    ? NOT_SAVED
    : process.env.TARO_ENV === 'weapp'
      ? `已打开“${file}”。要留存，点右上角“···”，选“发送给朋友”或“保存到手机”。${CAREFUL}`
      : `已保存为“${file}”，在浏览器的“下载”里。${CAREFUL}`;

const sayDataExport: Record<'saved' | 'cancelled' | 'failed', (file: string) => string> = {
  saved: (file) => `已保存为 ${file}。${CAREFUL}`,
  cancelled: () => '已取消保存。',
  failed: () => NOT_SAVED,
};

const NOT_REACHED = '网络连接失败，未做任何更改，请联网后再试。';

/** One's own data with the service and on this phone: to take along, to take back, to take away. */
export function usePrivacy() {
  const [account, setAccount] = useState(hasLogin);
  const [busy, setBusy] = useState(false);
  const sent = useOutbox();
  const [done, setDone] = useState<Done | null>(null);
  const { served, refresh } = useService(RegistrationListWire, account ? MY_REGISTRATIONS_PATH : null, { as: 'me' });
  const given = useService(GivenConsentList, account ? '/api/v1/me/consents' : null, { as: 'me' });
  const registrations = served.state === 'ready' ? served.data.registrations : [];
  /** One thing at a time, each ending in a sentence. */
  const run = async (work: () => Promise<Done>) => {
    if (busy) return;
    setBusy(true);
    setDone(await work());
    setBusy(false);
  };

  /** A document for people. */
  const takeAlong = () =>
    run(async () => {
      const path = '/api/v1/me/export/document?as=base64';
      const reply = await askService(DocumentWire, { path, as: 'me' });
      if (reply.kind !== 'answered') return { what: 'export', text: NOT_REACHED, well: false };
      const name = `我的信息-${dayAt(serviceNow())}`;
      const saved = await saveMadeDocument(name, reply.data.base64);
      return { what: 'export', text: sayExport(saved, `${name}.docx`), well: saved === 'done' };
    });

  /** The same as data, for another program. */
  const takeAlongAsData = () =>
    run(async () => {
      const reply = await askService(v.unknown(), { path: '/api/v1/me/export', as: 'me' });
      if (reply.kind !== 'answered') return { what: 'export', text: NOT_REACHED, well: false };
      const name = `yugong-${dayAt(serviceNow())}.json`;
      const saved = await saveText(name, JSON.stringify(reply.data, null, 2));
      return { what: 'export', text: sayDataExport[saved](name), well: saved === 'saved' };
    });

  const withdraw = ({ purpose }: GivenConsentWire) =>
    run(async () => {
      const reply = await askService(v.object({ affected: v.number() }), {
        path: `/api/v1/me/consents/${purpose}/withdraw`,
        method: 'POST',
        as: 'me',
        key: newIdempotencyKey(),
      });
      if (reply.kind !== 'answered') return { what: 'withdraw', text: NOT_REACHED, well: false };
      forgetServed();
      await Promise.all([refresh(), given.refresh()]);
      return { what: 'withdraw', text: withdrawn[restsOn(purpose)], well: true };
    });

  const remove = () =>
    run(async () => {
      // Asked again after a lost answer, it deletes an account that has nothing in it: no harm done.
      const reply = await askService(v.unknown(), {
        path: '/api/v1/me',
        method: 'DELETE',
        as: 'me',
        key: newIdempotencyKey(),
      });
      if (reply.kind !== 'answered')
        return {
          what: 'delete',
          text:
            reply.kind === 'problem'
              ? NOT_REACHED
              : '暂未收到确认，不确定是否已删除。请联网后再点一次，重复删除没有影响。',
          well: false,
        };
      leaveAccount();
      return {
        what: 'delete',
        text: '已全部删除，报名均已取消。收藏、搜索历史等还在本机，可以点“清除本机记录”一起清除。',
        well: true,
      };
    });

  /** What still waits, whatever it is about, would make an account anew. */
  const leaveAccount = () => {
    clearOutbox(sent);
    forgetLogin();
    forgetAccountRecords();
    setAccount(false);
  };

  const logout = () =>
    run(async () => {
      // A gateway's identity has no login on the service to end.
      const login = load(stored.login);
      const key = newIdempotencyKey();
      const isOver = login === null || (await endLogin(login, key)).kind === 'answered';
      if (!isOver) {
        const waiting = { key, title: '退出登录', path: '/api/v1/login', body: login };
        if (!putIntoOutbox(logoutKind, { ...waiting, method: 'DELETE' }))
          return { what: 'logout', text: '还没有退出：手机存储已满，清理后再试。', well: false };
      }
      leaveAccount();
      const text = isOver
        ? '已退出登录。收藏、搜索历史等还在本机。'
        : '本机已退出登录。现在连不上网络，联网后会通知服务器结束这次登录。收藏、搜索历史等还在本机。';
      return { what: 'logout', text, well: true };
    });

  const clearPhone = () =>
    run(async () => {
      clearPhoneRecords(sent);
      await Promise.resolve();
      return { what: 'clear', text: '本机记录已清除。', well: true };
    });

  return {
    account,
    busy,
    done,
    given: given.served,
    refreshGiven: given.refresh,
    consents: given.served.state === 'ready' ? given.served.data.consents : [],
    active: registrations.filter(({ status }) => status === 'booked' || status === 'waitlist').length,
    takeAlong,
    takeAlongAsData,
    withdraw,
    remove,
    logout,
    clearPhone,
    /** Sign-ups and messages that haven't gone out yet. */
    unsent: sent.filter(({ progress }) => progress.state === 'waiting' || progress.state === 'sending').length,
  };
}
