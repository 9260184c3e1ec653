import { useState } from 'react';
import { ReminderWire } from '@yugong/domain/registration/wire';
import { agreeToMessage, messageTo, type Agreed } from '@/platform/message';
import { newKey } from '@/platform/outbox';
import { askService } from '@/platform/service';
import { registrationPath } from '../answers';

const refused: Record<Exclude<Agreed, 'agreed'>, string> = {
  declined: '没有开提醒，名额不受影响。想要了再点，或者加到手机日历。',
  'switched-off': '微信里关了这个小程序的通知。点右上角“…”，进设置、通知管理打开，再来点一次。',
  failed: '微信没有打开提醒，先加到手机日历吧。',
};
const NOT_REACHED = '没有连上工会的服务，还没记下。有网了再点一次。';

/** Has WeChat send one message the day before: her yes first, on the tap, then the service's. */
export function useReminder(registration: string, refresh: () => Promise<void>) {
  const [words, setWords] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async (template: string) => {
    if (busy) return;
    setBusy(true);
    setWords(await outcome(registration, template));
    await refresh();
    setBusy(false);
  };
  return { words, busy, ask };
}

/** @returns what went wrong, in words; null where it was noted */
async function outcome(registration: string, template: string): Promise<string | null> {
  const agreed = await agreeToMessage(template);
  if (agreed !== 'agreed') return refused[agreed];
  const body = await messageTo().catch(() => null);
  if (body === null) return NOT_REACHED;
  const path = `${registrationPath(registration)}/reminder`;
  const reply = await askService(ReminderWire, { path, method: 'POST', as: 'me', key: newKey(), body });
  if (reply.kind === 'answered') return null;
  return reply.kind === 'problem' ? `${reply.problem.title}。` : NOT_REACHED;
}
