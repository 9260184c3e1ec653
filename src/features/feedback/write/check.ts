/** From what was filled in to what is sent, or to what has to be put right first. */
import * as v from 'valibot';
import { Phone } from '@yugong/domain/identity';
import {
  callBackTimes,
  complaintKinds,
  MOST_COMPLAINT,
  type ComplaintKind,
  type ComplaintRequest,
} from '@yugong/domain/complaint/wire';
import { Text } from '@yugong/domain/text';
import type { FieldError } from '@/ui/error-summary';
import type { ComplaintDraft } from '../draft';

/** What a call can be about, for whoever doesn't want to write it. */
export const callTopics = ['报名、筛查和活动', '驿站', '工资、工伤等权益', '这个小程序', '其他事情'] as const;

const faults: Record<string, string> = {
  required: '请写下要说的事，一两句也可以',
  'too-long': `最多 ${MOST_COMPLAINT} 个字，请删减`,
  characters: '含有不能用的字符，请删掉后再提交',
};

/** What was chosen; nothing yet where the form is new. */
export const chosenKind = ({ kind }: ComplaintDraft): ComplaintKind | null =>
  complaintKinds.find((one) => one === kind) ?? null;

export type CheckedComplaint = { ok: true; body: ComplaintRequest } | { ok: false; errors: FieldError[] };

/** @param page the page that it is about; null where there is none, or its author took it away */
export function checkComplaint(fields: ComplaintDraft, page: string | null): CheckedComplaint {
  const errors: FieldError[] = [];
  const kind = chosenKind(fields);
  if (kind === null) errors.push({ field: 'kind', text: '请选择一种' });
  const typed = fields['text'] ?? '';
  const isCall = kind === 'call-back';
  if (isCall && !fields['topic']) errors.push({ field: 'topic', text: '请选择关于什么' });
  // The topic is enough for a call: whoever asks for one may not want to write.
  const said = isCall ? [fields['topic'] ?? '', typed].filter((part) => part !== '').join('：') : typed;
  const text = v.safeParse(Text(MOST_COMPLAINT), said, { abortPipeEarly: true });
  if (kind !== null && !text.success && !(isCall && !fields['topic']))
    errors.push({ field: 'text', text: faults[text.issues[0].message] ?? '请改一下这一项' });
  const number = fields['phone'] ?? '';
  const phone = v.safeParse(Phone, number, { abortPipeEarly: true });
  if (isCall && number === '') errors.push({ field: 'phone', text: '请填写手机号，工会才能回电' });
  else if (number !== '' && !phone.success) errors.push({ field: 'phone', text: '手机号应为 11 位数字' });
  if (errors.length > 0 || kind === null || !text.success) return { ok: false, errors };
  return {
    ok: true,
    body: {
      kind,
      text: text.output,
      page,
      phone: number !== '' && phone.success ? phone.output : null,
      callAt: isCall ? (callBackTimes.find((one) => one === fields['callAt']) ?? 'any') : null,
      adcode: fields['adcode'] ?? null,
    },
  };
}
