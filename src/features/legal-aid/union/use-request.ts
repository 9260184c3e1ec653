import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { isOpen } from '@yugong/domain/legal-aid';
import { MOST_MESSAGE } from '@yugong/domain/legal-aid/wire';
import { readParam, replace } from '@/platform/navigation';
import { newIdempotencyKey } from '@/platform/outbox';
import { useSeen } from '../../shared/legal-aid-news';
import { askOnSending, subscribeAgreed, useMessageTemplates } from '../../shared/subscriptions';
import { legalRequestsUrl } from '..';
import { useField } from '../draft/store';
import {
  answerMessagesPath,
  isDeleted,
  isLeaving,
  sendDeletion,
  sendMessage,
  sendWithdrawal,
  waitingAbout,
} from './kinds';
import { useMyRequests } from './use-my-requests';

/** One request with its talk. What is being typed stays in the draft until it is sent. */
export function useRequest() {
  const id = readParam(useRouter().params, 'id');
  const { served, refresh, requests, outbox } = useMyRequests();
  const request = requests.find((one) => one.id === id) ?? null;
  const reply = useField(`reply-${id}`);
  const [fault, setFault] = useState<string>();
  const templates = useMessageTemplates();
  const read = useSeen((state) => state.read);
  useEffect(() => {
    if (request) read(request);
  }, [request, read]);
  const deleted = isDeleted(outbox, id);
  useEffect(() => {
    if (deleted) replace(legalRequestsUrl());
  }, [deleted]);

  const send = () => {
    const text = reply.value.trim();
    if (text === '') return setFault('先写点什么');
    if (text.length > MOST_MESSAGE) return setFault(`太长了，最多 ${MOST_MESSAGE} 个字，分两次发`);
    const key = newIdempotencyKey();
    // A yes is good for one answer, so the next one is asked for as she writes again.
    askOnSending(key, templates, ['reply']);
    if (!sendMessage(key, id, text)) return setFault('手机存储满了，没有发。字还在，清点空间再试');
    void subscribeAgreed(key, answerMessagesPath(id));
    setFault(undefined);
    reply.onChange('');
  };
  return {
    served,
    refresh,
    request,
    waiting: waitingAbout(outbox, id),
    open: request !== null && isOpen(request.status) && !isLeaving(outbox, id),
    leaving: isLeaving(outbox, id),
    reply,
    fault,
    send,
    withdraw: () => sendWithdrawal(id),
    remove: () => sendDeletion(id),
  };
}
