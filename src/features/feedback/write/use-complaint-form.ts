import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import { PageRoute, type SentComplaintWire } from '@yugong/domain/complaint/wire';
import { answerOf, dismissFromOutbox, newIdempotencyKey, useOutboxItem, type OutboxItem } from '@/platform/outbox';
import type { FieldError } from '@/ui/error-summary';
import { askOnSending, subscribeAgreed, useMessageTemplates } from '../../shared/subscriptions';
import { useComplaintDraft } from '../draft';
import { complaintSubscriptionsPath, complaintKind, sendComplaint } from '../outbox-kinds';
import { checkComplaint } from './check';

/** Under which key it went out; while it is in the outbox, the page shows how it stands. */
const KEY = 'key';
/** What is gone from the form once it has arrived; how to reach its author stays for the next. */
const SENT = [KEY, 'kind', 'topic', 'text', 'noPage'];

/** The page under this one, as its package names it; null where there is none, or it is one of this feature's. */
function pageBefore(): string | null {
  const before = Taro.getCurrentPages().at(-2);
  const route = (before?.route ?? before?.path ?? '').replace(/^\/+/, '').split('?')[0] ?? '';
  return v.is(PageRoute, route) && !route.startsWith('features/feedback/') ? route : null;
}

/** Once the union has it, tells the service of the yes that was given on the tap. */
function useAnswerMessages(item: OutboxItem | undefined, sent: SentComplaintWire | null): void {
  const id = sent?.id ?? null;
  const key = item?.key;
  useEffect(() => {
    if (id !== null && key !== undefined) void subscribeAgreed(key, complaintSubscriptionsPath(id));
  }, [id, key]);
}

/** Writing to the union: what was typed stays on the phone, one tap sends it once. */
export function useComplaintForm() {
  const { fields, set, drop } = useComplaintDraft();
  const [page] = useState(pageBefore);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [unkept, setUnkept] = useState(false);
  const item = useOutboxItem(fields[KEY] ?? '');
  const sent = item ? answerOf(complaintKind, item) : null;
  const templates = useMessageTemplates();
  useAnswerMessages(item, sent);

  const submit = () => {
    const checked = checkComplaint(fields, fields['noPage'] === 'yes' ? null : page);
    setErrors(checked.ok ? [] : checked.errors);
    if (!checked.ok) return;
    // The key is written down before anything is sent, so that a second tap is the same complaint.
    const key = newIdempotencyKey();
    askOnSending(key, templates, ['reply']);
    setUnkept(!sendComplaint(key, checked.body));
    set(KEY, key);
  };
  /** Back to the form: with an empty page once it has arrived, else with what was typed. */
  const again = () => {
    if (item) dismissFromOutbox(item.key);
    drop(item?.progress.state === 'done' ? SENT : [KEY]);
  };
  return { fields, set, page, errors, unkept, item, sent, submit, again };
}
