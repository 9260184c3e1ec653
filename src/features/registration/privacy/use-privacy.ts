import * as v from 'valibot';
import { useState } from 'react';
import { cancelInOutbox, dismissFromOutbox, newKey, useOutbox } from '@/platform/outbox';
import { saveText } from '@/platform/save-file';
import { askService, forgetLogin, forgetServed, hasLogin, useService } from '@/platform/service';
import { serviceNow } from '@/platform/service-time';
import { dayAt } from '@yugong/domain/calendar';
import { GivenConsentList, type GivenConsentWire } from '@yugong/domain/consent/wire';
import { MY_REGISTRATIONS, Registrations } from '../answers';
import { useDraft } from '../form/draft';
import { useTickets } from '../ticket/tickets';

/** How something that was tapped went. */
export type Done = { what: 'export' | 'delete' | 'withdraw'; text: string; well: boolean };

const withdrawn = {
  registrations: '撤回了。凭它做的报名已经取消，为它填的信息已经删除。',
  requests: '撤回了。写给工会的求助和来往的话，都从服务上删掉了。',
};

const NOT_REACHED = '没有连上工会的服务，什么都没有变。有网了再试。';

/** One's own data with the service and on this phone: to take along, to take back, to take away. */
export function usePrivacy() {
  const [account, setAccount] = useState(hasLogin);
  const [busy, setBusy] = useState(false);
  const sent = useOutbox();
  const [done, setDone] = useState<Done | null>(null);
  const { served, refresh } = useService(Registrations, account ? MY_REGISTRATIONS : null, { as: 'me' });
  const given = useService(GivenConsentList, account ? '/api/v1/me/consents' : null, { as: 'me' });
  const registrations = served.state === 'ready' ? served.data.registrations : [];
  /** One thing at a time, each ending in a sentence. */
  const run = async (work: () => Promise<Done>) => {
    if (busy) return;
    setBusy(true);
    setDone(await work());
    setBusy(false);
  };

  const takeAlong = () =>
    run(async () => {
      const reply = await askService(v.unknown(), { path: '/api/v1/me/export', as: 'me' });
      if (reply.kind !== 'answered') return { what: 'export', text: NOT_REACHED, well: false };
      const name = `yugong-${dayAt(serviceNow())}.json`;
      const saved = await saveText(name, JSON.stringify(reply.data, null, 2));
      const words = {
        saved: `存好了，文件叫 ${name}。里面有你的个人信息，别发给不认识的人。`,
        cancelled: '没有存。',
        failed: '手机没能存下来，换个浏览器或换部手机再试。',
      };
      return { what: 'export', text: words[saved], well: saved === 'saved' };
    });

  const withdraw = ({ purpose }: GivenConsentWire) =>
    run(async () => {
      const reply = await askService(v.object({ affected: v.number() }), {
        path: `/api/v1/me/consents/${purpose}/withdraw`,
        method: 'POST',
        as: 'me',
        key: newKey(),
      });
      if (reply.kind !== 'answered') return { what: 'withdraw', text: NOT_REACHED, well: false };
      forgetServed();
      await Promise.all([refresh(), given.refresh()]);
      return { what: 'withdraw', text: withdrawn[purpose === 'legal-aid' ? 'requests' : 'registrations'], well: true };
    });

  const remove = () =>
    run(async () => {
      // Asked again after a lost answer, it deletes an account that has nothing in it: no harm done.
      const reply = await askService(v.unknown(), { path: '/api/v1/me', method: 'DELETE', as: 'me', key: newKey() });
      if (reply.kind !== 'answered')
        return {
          what: 'delete',
          text:
            reply.kind === 'problem' ? NOT_REACHED : '没有收到回音，不知道删掉没有。有网了再点一次，多删一次没有关系。',
          well: false,
        };
      // What still waits, whatever it is about, would make an account anew.
      for (const { key } of sent) {
        cancelInOutbox(key);
        dismissFromOutbox(key);
      }
      forgetOnThisPhone();
      setAccount(false);
      return { what: 'delete', text: '都删掉了，报名也都取消了。', well: true };
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
    withdraw,
    remove,
  };
}

/** Nothing of what was deleted stays here or comes back from memory. */
function forgetOnThisPhone(): void {
  forgetLogin();
  forgetServed();
  useTickets.getState().clear();
  useDraft.getState().clear();
}
