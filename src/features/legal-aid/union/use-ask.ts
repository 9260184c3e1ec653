import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { addDays } from '@yugong/domain/calendar';
import { currentConsent, nameOperator } from '@yugong/domain/consent';
import { LegalAidConsent } from '@yugong/domain/legal-aid/wire';
import { readParam } from '@/platform/navigation';
import { answerOf, dismissFromOutbox, newIdempotencyKey, type OutboxItem, useOutboxItem } from '@/platform/outbox';
import { useService } from '@/platform/service';
import type { FieldError } from '@/ui/error-summary';
import { useClock } from '../draft/use-clock';
import { useDraft } from '../draft/store';
import { askOnSending, subscribeAgreed, useMessageTemplates } from '../../shared/subscriptions';
import { checkRequest } from './check';
import { answerMessagesPath, requestKind, sendRequest } from './kinds';

/** Under which key the request went out; while it is in the outbox, the page shows how it stands. */
const KEY = 'askKey';

/** The text to agree to, and whether it is a demo: the service's, or where it isn't reached the one this app came with. */
function useConsent() {
  const { served } = useService(LegalAidConsent, '/api/v1/legal-aid/consent');
  return served.state === 'ready'
    ? served.data
    : { consent: nameOperator(currentConsent('legal-aid'), null), demo: false };
}

/** Once the union has the request, tells the service of the yes that was given on the tap. */
function useAnswerMessages(item: OutboxItem | undefined): void {
  const id = item ? (answerOf(requestKind, item)?.id ?? null) : null;
  const key = item?.key;
  useEffect(() => {
    if (id !== null && key !== undefined) void subscribeAgreed(key, answerMessagesPath(id));
  }, [id, key]);
}

/** Where the link here was about the union's supervision, that is what the request is about until another is chosen. */
function useTopicOfLink(setField: (name: string, value: string) => void): void {
  const wanted = readParam(useRouter().params, 'topic');
  useEffect(() => {
    if (wanted === 'supervision') setField('askTopic', wanted);
  }, [wanted, setField]);
}

/** Asking the union: what was typed stays in the draft, one tap sends it once. */
export function useAsk() {
  const { draft, change, setField } = useDraft();
  useTopicOfLink(setField);
  const { today, least } = useClock();
  const { consent, demo } = useConsent();
  const [agreed, setAgreed] = useState<string | null>(null);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [unkept, setUnkept] = useState(false);
  const item = useOutboxItem(draft.fields[KEY] ?? '');
  const templates = useMessageTemplates();
  useAnswerMessages(item);
  const dueDay = least === null ? null : addDays(today, least);

  const submit = () => {
    const checked = checkRequest(draft, dueDay, agreed === consent.version ? agreed : null);
    setErrors(checked.ok ? [] : checked.errors);
    if (!checked.ok) return;
    // The key is written down before anything is sent, so that a second tap is the same request.
    const key = newIdempotencyKey();
    askOnSending(key, templates, ['reply']);
    setUnkept(!sendRequest(key, checked.body));
    setField(KEY, key);
  };
  /** Back to the form: with an empty page once it has arrived, else with what was typed. */
  const again = () => {
    if (item) dismissFromOutbox(item.key);
    const gone = item?.progress.state === 'done' ? [KEY, 'askTopic', 'askText'] : [KEY];
    change({ fields: Object.fromEntries(Object.entries(draft.fields).filter(([name]) => !gone.includes(name))) });
    setAgreed(null);
  };
  return {
    draft,
    setField,
    today,
    least,
    dueDay,
    consent,
    demo,
    agreed: agreed === consent.version,
    agree: (yes: boolean) => setAgreed(yes ? consent.version : null),
    errors,
    unkept,
    item,
    submit,
    again,
  };
}
