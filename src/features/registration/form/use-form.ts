import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { newIdempotencyKey, sealAhead } from '@/platform/outbox';
import type { FieldError } from '@/ui/error-summary';
import { sendSignUp } from '../outbox-kinds';
import { askOnSending, useMessageTemplates } from '../../shared/subscriptions';
import { useSignUpDraft, type SignUpContext } from './draft';
import type { SignUpAnswers, FieldsProps } from './form-part';
import { requestBodyOf, CHECK, firstUnfinished, partsFor, type Correction } from './steps';

const recordOf = (errors: readonly FieldError[]): Record<string, string> =>
  Object.fromEntries(errors.map(({ field, text }) => [field, text]));

/**
 * A session's form: one part at a time, each kept as it is typed.
 *
 * @param correction what the service found wrong last time: the form opens there
 */
export function useForm(seen: SignUpContext, correction: Correction | null) {
  const id = seen.session.id;
  const templates = useMessageTemplates();
  const { draft, unsaved: unkept, change } = useSignUpDraft();
  const own = draft.sessions[id];
  const asked: SignUpAnswers = { ...seen, values: draft.values, agreed: own?.agreed ?? [] };
  const steps = partsFor(seen);
  const [at, setAt] = useState(() => correction?.part ?? resumeAt(asked, own?.step));
  const [errors, setErrors] = useState<Record<string, string>>(recordOf(correction?.errors ?? []));
  /** The summary is for the attempt to go on; beside the fields they are said as they are left. */
  const [summary, setSummary] = useState<readonly FieldError[]>(correction?.errors ?? []);
  const [full, setFull] = useState(false);
  const index = steps.findIndex((step) => step.id === at);
  const part = steps[index] ?? null;
  const previous = part ? steps[index - 1] : steps[steps.length - 1];

  useSealing(own?.key, part?.id, requestBodyOf(asked).person.residentId);

  const go = (step: string) => {
    setErrors({});
    setSummary([]);
    setAt(step);
    if (own) change(seen, { step });
    toTop();
  };
  const complain = (found: readonly FieldError[]) => {
    setErrors(recordOf(found));
    setSummary(found);
  };
  const without = (field: string) =>
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([other]) => other !== field)));

  const fields: FieldsProps = {
    ...asked,
    errors,
    set: (field, value) => {
      if (errors[field] !== undefined) without(field);
      change(seen, {}, { [field]: value });
    },
    agree: (consent, yes) => {
      setErrors({});
      const others = asked.agreed.filter((one) => one !== consent);
      change(seen, { agreed: yes ? [...others, consent] : others });
    },
    leave: (field, value) => {
      if (value === '' || !part) return;
      const text = part
        .check({ ...asked, values: { ...asked.values, [field]: value } })
        .find((one) => one.field === field);
      if (text) setErrors((before) => ({ ...before, [field]: text.text }));
      else without(field);
    },
  };
  const next = () => {
    const found = part?.check(asked) ?? [];
    if (found.length > 0) return complain(found);
    // Whoever came to change one answer goes back to look at all of them.
    const following = steps[index + 1]?.id ?? CHECK;
    go(firstUnfinished(asked) === null ? CHECK : following);
  };
  const submit = () => {
    const unfinished = firstUnfinished(asked);
    if (unfinished) {
      go(unfinished.id);
      return complain(unfinished.check(asked));
    }
    const key = own?.key ?? newIdempotencyKey();
    // WeChat's sheet opens on the tap alone; the sign-up goes out whatever is answered there.
    askOnSending(key, templates, ['change', 'offer', 'reminder']);
    void sendSignUp(key, seen.session, requestBodyOf(asked)).then((kept) => {
      setFull(!kept);
      // From here on the outbox has it: one place for what is nobody else's business.
      if (kept) useSignUpDraft.getState().drop(id);
    });
  };
  return {
    asked,
    steps,
    /** The part in hand; null where everything is looked over. */
    part,
    index: part ? index : steps.length,
    fields,
    summary: summary.filter(({ field }) => errors[field] !== undefined),
    unkept,
    /** Was the phone too full to keep the sign-up? Then it is not sent either. */
    full,
    next,
    back: previous ? () => go(previous.id) : null,
    change: (step: string) => go(step),
    submit,
  };
}

/** Once the number was typed and another step is open, it is sealed for what is sent. */
function useSealing(key: string | undefined, part: string | undefined, number: string | undefined): void {
  useEffect(() => {
    if (key !== undefined && part !== 'residentId' && number) void sealAhead(key, number);
  }, [key, part, number]);
}

/** A new question begins at the top, wherever the last one's button was. */
function toTop(): void {
  Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
}

/** Where a form goes on: at the step it was left, unless something before it is missing. */
function resumeAt(asked: SignUpAnswers, step: string | undefined): string {
  const parts = partsFor(asked);
  const unfinished = firstUnfinished(asked);
  const left = parts.findIndex(({ id }) => id === step);
  const open = unfinished ? parts.indexOf(unfinished) : parts.length;
  const at = step === CHECK ? open : left === -1 ? 0 : Math.min(left, open);
  return parts[at]?.id ?? CHECK;
}
