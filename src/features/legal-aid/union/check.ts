/** From the draft to what is sent, or to what has to be put right first. */
import * as v from 'valibot';
import type { Day } from '@yugong/domain/calendar';
import { Name, Phone } from '@yugong/domain/identity';
import { Text } from '@yugong/domain/text';
import { evidenceFor, type Trouble } from '@yugong/domain/labour-law';
import { legalAidTopicChoices } from '@yugong/domain/legal-aid/words';
import { MOST_TEXT, topics, type LegalAidRequest, type Topic } from '@yugong/domain/legal-aid/wire';
import type { FieldError } from '@/ui/error-summary';
import { troublesOf } from '../draft/facts';
import type { LegalDraft } from '../draft/store';

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

/**
 * What it is about, in the order of the form: what was chosen, or else what the troubles that were told are about.
 *
 * @example topicsFor({ ...draft, troubles: ['wages', 'injury'] }) // ['pay', 'injury']
 */
export function topicsFor(draft: LegalDraft): Topic[] {
  const { askTopic } = draft.fields;
  const chosen = askTopic === undefined ? troublesOf(draft).map((one) => topicOf[one]) : askTopic.split(' ');
  return topics.filter((one) => chosen.includes(one));
}

/** A request has one topic, which brings it to the right person; whoever reads it learns of the others at its end. */
const withOthers = (text: string, others: readonly Topic[]): string =>
  others.length === 0 ? text : `${text}\n还涉及：${others.map((one) => legalAidTopicChoices[one]).join('；')}`;

/** The names of the papers that were ticked. */
export const bringOf = (draft: LegalDraft): string[] =>
  evidenceFor(troublesOf(draft))
    .filter(({ id }) => draft.evidence.includes(id))
    .map(({ name }) => name);

const faults: Record<string, Record<string, string>> = {
  name: {
    required: '请填写姓名，方便工会称呼你',
    name: '姓名请只用汉字，或者只用字母',
    characters: '姓名里有无法识别的符号',
  },
  phone: { required: '请填写手机号，工会用它联系你', phone: '手机号应为 11 位，可以带空格' },
  askText: {
    required: '请写发生了什么，一两句也可以',
    'too-long': `最多 ${MOST_TEXT} 个字，请删减后再提交`,
    characters: '里面有无法识别的符号，多半是复制时带来的，请删除后再试',
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
  const read = (
    field: string,
    schema: v.GenericSchema<unknown, string>,
    write: (typed: string) => string = (typed) => typed,
  ): string => {
    const parsed = v.safeParse(schema, write(fields[field] ?? ''), { abortPipeEarly: true });
    if (parsed.success) return parsed.output;
    errors.push({ field, text: faults[field]?.[parsed.issues[0].message] ?? '请检查这一项' });
    return '';
  };
  const [topic, ...others] = topicsFor(draft);
  if (!topic) errors.push({ field: 'askTopic', text: '请选择是哪方面的事' });
  const text = read('askText', Text(MOST_TEXT), (typed) => (typed.trim() === '' ? '' : withOthers(typed, others)));
  const name = read('name', Name);
  const phone = read('phone', Phone);
  if (version === null) errors.push({ field: 'askConsent', text: '发给工会前，请先同意下面的说明' });
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
