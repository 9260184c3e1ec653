import { CodeSentWire, type ProofWire, SignUpWire } from '@yugong/domain/registration/detail';
import { useState } from 'react';
import { replace } from '@/platform/navigation';
import { dismissFromOutbox, newIdempotencyKey, type OutboxItem } from '@/platform/outbox';
import { askService, forgetServed } from '@/platform/service';
import { mineUrl, ticketUrl } from '..';
import { heldPath, heldSubscriptionsPath, subscriptionsPath } from '../endpoints';
import { subscribeAgreed } from '../../shared/subscriptions';

const NOT_REACHED = '网络连接失败，请联网后再试。报名信息都在，不用重新填写。';
const PATIENCE_MS = 15_000;

/**
 * Proves the telephone number of a sign-up: a code is asked for, and what came with it is sent.
 *
 * @param item the sign-up in the outbox, which is done with once the number is proved
 */
export function usePhoneProof({ id, item }: { id: string; proof: ProofWire; item: OutboxItem | undefined }) {
  const [code, setCode] = useState('');
  const [sent, setSent] = useState(false);
  const [busy, setBusy] = useState<'code' | 'proof' | null>(null);
  const [words, setWords] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const [isOver, setOver] = useState(false);
  const path = heldPath(id);
  const key = item?.key;

  const during = async (what: 'code' | 'proof', ask: () => Promise<void>) => {
    if (busy !== null) return;
    setBusy(what);
    setWords(null);
    setWrong(false);
    await ask();
    setBusy(null);
  };
  const failed = (reply: { kind: 'no-answer' } | { kind: 'problem'; problem: { code: string; title: string } }) => {
    if (reply.kind === 'no-answer') return setWords(NOT_REACHED);
    if (reply.problem.code === 'proof-expired' || reply.problem.code === 'not-found') setOver(true);
    setWrong(reply.problem.code === 'code-wrong');
    setWords(`${reply.problem.title}。`);
  };
  const askCode = () =>
    during('code', async () => {
      const request = { path: `${path}/code`, method: 'POST', as: 'me', timeoutMs: PATIENCE_MS } as const;
      const reply = await askService(CodeSentWire, { ...request, key: newIdempotencyKey() });
      if (reply.kind !== 'answered') return failed(reply);
      setSent(true);
      setCode('');
      setWords('验证码已发送，10 分钟内有效。');
    });
  const prove = (body: { code: string } | { wechatCode: string }) =>
    during('proof', async () => {
      const request = { path: `${path}/proof`, method: 'PUT', as: 'me', timeoutMs: PATIENCE_MS, body } as const;
      const reply = await askService(SignUpWire, { ...request, key: newIdempotencyKey() });
      if (reply.kind !== 'answered') return failed(reply);
      // Lists that were asked for before don't know of it.
      forgetServed();
      if (key !== undefined) dismissFromOutbox(key);
      const { data } = reply;
      if (!data.mine) {
        if (key !== undefined) void subscribeAgreed(key, heldSubscriptionsPath(id));
        return replace(mineUrl());
      }
      if (key !== undefined) void subscribeAgreed(key, subscriptionsPath(data.id));
      replace(ticketUrl({ registration: data.id, just: 'made' }));
    });
  const submit = () => {
    if (/^\d{6}$/.test(code)) return void prove({ code });
    setWrong(true);
    setWords('请输入短信里的 6 位数字。');
  };
  return { code, setCode, sent, busy, words, isWrong, isOver, askCode, prove, submit };
}
