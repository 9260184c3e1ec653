/** From the draft to what is sent, or to what has to be put right first. */
import * as v from 'valibot';
import type { Day } from '@yugong/domain/calendar';
import { Name, Phone } from '@yugong/domain/identity';
import { Text } from '@yugong/domain/text';
import { evidenceFor, type Trouble } from '@yugong/domain/labour-law';
import { MOST_TEXT, topics, type LegalAidRequest, type Topic } from '@yugong/domain/legal-aid/wire';
import type { FieldError } from '@/ui/error-summary';
import { troublesOf } from '../draft/facts';
import type { LegalDraft } from '../draft/store';

export const topicWords: Record<Topic, string> = {
  pay: '工资、加班费、扣钱',
  dismissal: '被辞退、要补偿',
  contract: '没签合同',
  injury: '工伤',
  insurance: '社保',
  platform: '跑平台的',
  harassment: '被骚扰、被欺负',
  supervision: '请工会查一查单位',
  other: '别的事',
};

const topicOf: Record<Trouble, Topic> = {
  wages: 'pay',
  overtime: 'pay',
  deductions: 'pay',
  leave: 'pay',
  dismissed: 'dismissal',
  'no-contract': 'contract',
  injury: 'injury',
  insurance: 'insurance',
  platform: 'platform',
  harassment: 'harassment',
};

/** What was chosen, or else what the first trouble is about. */
export function topicFor(draft: LegalDraft): Topic | null {
  const chosen = topics.find((one) => one === draft.fields.askTopic);
  const [first] = troublesOf(draft);
  return chosen ?? (first ? topicOf[first] : null);
}

/** The names of the papers that were ticked. */
export const bringOf = (draft: LegalDraft): string[] =>
  evidenceFor(troublesOf(draft))
    .filter(({ id }) => draft.evidence.includes(id))
    .map(({ name }) => name);

const faults: Record<string, Record<string, string>> = {
  name: {
    required: '写上姓名，工会好称呼你',
    name: '姓名只写汉字，或者只写字母',
    characters: '姓名里有写不进去的符号',
  },
  phone: { required: '写上手机号，工会要回你', phone: '手机号要 11 位数字，可以带空格' },
  askText: {
    required: '写上发生了什么，一两句也行',
    'too-long': `太长了，最多 ${MOST_TEXT} 个字`,
    characters: '里面有写不进去的符号，多半是复制带来的，删掉再试',
  },
};

/** What will be sent; nothing else ever is. */
export type Checked = { ok: true; body: LegalAidRequest } | { ok: false; errors: FieldError[] };

/**
 * Checks what was filled in.
 *
 * @param dueDay the nearest last day, sent only where its author leaves that on
 * @param version the consent text that was agreed to; null where it wasn't
 */
export function checkRequest(draft: LegalDraft, dueDay: Day | null, version: string | null): Checked {
  const { fields } = draft;
  const errors: FieldError[] = [];
  const read = (field: string, schema: v.GenericSchema<unknown, string>): string => {
    const parsed = v.safeParse(schema, fields[field] ?? '', { abortPipeEarly: true });
    if (parsed.success) return parsed.output;
    errors.push({ field, text: faults[field]?.[parsed.issues[0].message] ?? '这一项改一下' });
    return '';
  };
  const topic = topicFor(draft);
  if (!topic) errors.push({ field: 'askTopic', text: '选一下是哪方面的事' });
  const text = read('askText', Text(MOST_TEXT));
  const name = read('name', Name);
  const phone = read('phone', Phone);
  if (version === null) errors.push({ field: 'askConsent', text: '要发给工会，得先同意下面这段话' });
  if (errors.length > 0 || !topic || version === null) return { ok: false, errors };
  return {
    ok: true,
    body: {
      topic,
      name,
      phone,
      text,
      bring: bringOf(draft),
      adcode: fields.adcode ?? null,
      dueDay: fields.askDue === 'no' ? null : dueDay,
      consents: [{ purpose: 'legal-aid', version }],
    },
  };
}
