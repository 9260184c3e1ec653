import { useEffect, useState } from 'react';
import { isOpen } from '@yugong/domain/legal-aid';
import { ComplaintList, MOST_COMPLAINT } from '@yugong/domain/complaint/wire';
import { replace } from '@/platform/navigation';
import { useOutbox } from '@/platform/outbox';
import { hasLogin, useService } from '@/platform/service';
import { complaintsUrl } from '..';
import { useComplaintDraft, useComplaintField } from '../draft';
import {
  countArrived,
  isComplaintDeleted,
  sendAddition,
  sendComplaintDeletion,
  waitingAboutComplaint,
  waitingComplaints,
} from '../outbox-kinds';

/** What was sent from this phone, asked for again whenever something about it has arrived. */
export function useComplaints() {
  const outbox = useOutbox();
  // Without an account nothing was ever sent, and looking must not make one.
  const path = hasLogin() ? '/api/v1/me/complaints' : null;
  const { served, refresh } = useService(ComplaintList, path, { as: 'me' });
  const arrived = countArrived(outbox);
  useEffect(() => {
    if (arrived > 0) void refresh();
  }, [arrived, refresh]);
  const all = served.state === 'ready' ? served.data.complaints : [];
  return {
    served: path === null ? null : served,
    refresh,
    outbox,
    waiting: waitingComplaints(outbox),
    complaints: all.filter(({ id }) => !isComplaintDeleted(outbox, id)),
  };
}

/** One of them with its talk. What is being typed stays on the phone until it is sent. */
export function useComplaint(id: string) {
  const { served, refresh, complaints, outbox } = useComplaints();
  const complaint = complaints.find((one) => one.id === id) ?? null;
  const reply = useComplaintField(`reply-${id}`);
  const drop = useComplaintDraft((state) => state.drop);
  const [fault, setFault] = useState<string>();
  const deleted = isComplaintDeleted(outbox, id);
  useEffect(() => {
    if (deleted) replace(complaintsUrl());
  }, [deleted]);
  const send = () => {
    const text = reply.value.trim();
    if (text === '') return setFault('请先写下要补充的内容');
    if (text.length > MOST_COMPLAINT) return setFault(`最多 ${MOST_COMPLAINT} 个字，请删减`);
    if (!sendAddition(id, text)) return setFault('手机存储已满，没有提交。内容还在，请清理空间后重试');
    setFault(undefined);
    drop([`reply-${id}`]);
  };
  const waiting = waitingAboutComplaint(outbox, id);
  const leaving = waiting.some(
    ({ method, progress }) => method === 'DELETE' && (progress.state === 'waiting' || progress.state === 'sending'),
  );
  return {
    served,
    refresh,
    complaint,
    waiting,
    leaving,
    open: complaint !== null && isOpen(complaint.status) && !leaving,
    reply,
    fault,
    send,
    remove: () => sendComplaintDeletion(id),
  };
}
