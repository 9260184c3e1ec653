/**
 * The operator's table of WeChat's templates. WeChat hands templates out with field names of its own (`thing1`,
 * `time2`), so which of them says what is the operator's to tell, a line a template:
 *
 *     change    <template id>  thing1=what,time2=start
 *     offer     <template id>  thing1=what,time3=deadline  long-term
 */
import { dayAt, partsOf, timeAt } from '@yugong/domain/calendar';
import { templateKinds, type TemplateKind } from '@yugong/domain/notice';
import { messageContents, type MessageContent, type WechatMessage, type WechatTemplate } from '../kernel/wechat';

export interface FilledTemplate extends WechatTemplate {
  /** Field of the template to what stands in it. */
  fields: Record<string, MessageContent>;
}
export type TemplateTable = Partial<Record<TemplateKind, FilledTemplate>>;

/** Characters that a field takes; a longer value has the whole message refused (47003). */
const LENGTHS: Record<string, number> = { thing: 20, name: 10 };
const FIELD = /^(thing|name|time|date)\d{1,2}$/;
const TIMES = ['time', 'date'];

/** Which fields can hold what, and of which kinds of message it can be said. */
const CONTENTS: Record<MessageContent, { fields: readonly string[]; kinds: readonly TemplateKind[] }> = {
  what: { fields: ['thing'], kinds: templateKinds },
  title: { fields: ['thing'], kinds: ['change', 'offer', 'reminder'] },
  start: { fields: TIMES, kinds: ['change', 'offer', 'reminder'] },
  place: { fields: ['thing'], kinds: ['change', 'offer', 'reminder'] },
  organiser: { fields: ['thing', 'name'], kinds: ['change', 'offer', 'reminder'] },
  at: { fields: TIMES, kinds: templateKinds },
  deadline: { fields: TIMES, kinds: ['offer'] },
};

const isKind = (word: string): word is TemplateKind => templateKinds.some((kind) => kind === word);
const isContent = (word: string | undefined): word is MessageContent => messageContents.some((one) => one === word);

/**
 * @param table as above; lines end with a line break or `;`, and one that begins with `#` is a remark
 * @throws Error that says which line is wrong and what is expected there
 */
export function readTemplates(table: string | undefined): TemplateTable {
  const found: TemplateTable = {};
  for (const [index, text] of (table ?? '').split(/[\n;]/).entries()) {
    const line = text.trim();
    if (line === '' || line.startsWith('#')) continue;
    const wrong = (what: string, expected: string): Error =>
      new Error(`YUGONG_WX_TEMPLATES 第 ${index + 1} 行“${line}”：${what}，应为${expected}`);
    const [kind = '', id, fields, term, ...rest] = line.split(/\s+/);
    if (!isKind(kind)) throw wrong(`没有“${kind}”这种消息`, templateKinds.join('、'));
    if (found[kind]) throw wrong(`“${kind}”写了两次`, '每种消息一行');
    if (id === undefined || !/^[\w-]{20,64}$/.test(id))
      throw wrong('模板 ID 不对', '公众平台给的模板 ID，20 到 64 个字符');
    if (fields === undefined) throw wrong('没有写字段', '模板 ID 后面空一格，写 thing1=what,time2=start 这样');
    if ((term !== undefined && term !== 'long-term') || rest.length > 0)
      throw wrong(`多了“${[term, ...rest].join(' ')}”`, '字段后面只能写 long-term（长期订阅）');
    found[kind] = { id, longTerm: term === 'long-term', fields: readFields(kind, fields, wrong) };
  }
  return found;
}

function readFields(
  kind: TemplateKind,
  text: string,
  wrong: (what: string, expected: string) => Error,
): FilledTemplate['fields'] {
  const known = messageContents.filter((one) => CONTENTS[one].kinds.includes(kind));
  const fields: FilledTemplate['fields'] = {};
  for (const pair of text.split(',')) {
    const [field = '', content, ...rest] = pair.split('=');
    const type = FIELD.exec(field)?.[1];
    if (type === undefined) throw wrong(`模板没有“${field}”这样的字段`, 'thing、name、time 或 date 加编号，如 thing1');
    if (fields[field] !== undefined) throw wrong(`字段“${field}”写了两次`, '每个字段一次');
    if (!isContent(content) || rest.length > 0 || !known.includes(content))
      throw wrong(`“${pair}”等号后面不对`, known.join('、'));
    if (!CONTENTS[content].fields.includes(type))
      throw wrong(`“${field}”放不下 ${content}`, `${CONTENTS[content].fields.join('、')} 类的字段`);
    fields[field] = content;
  }
  return fields;
}

/** @example formatTime(Date.parse('2026-02-12T09:30:00+08:00')) // '2026年2月12日 09:30', as `time` fields want it */
export function formatTime(instant: number): string {
  const { year, month, day } = partsOf(dayAt(instant));
  return `${year}年${month}月${day}日 ${timeAt(instant)}`;
}

/**
 * The message's `data`, each value as long as its field takes. What the message doesn't say is a dash, since none may be
 * empty; a field for a time takes nothing but a time, and is given when it was told.
 */
export const fillTemplate = (
  { fields }: FilledTemplate,
  content: WechatMessage['content'],
): Record<string, { value: string }> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, what]) => [
      field,
      { value: shorten(content[what] ?? (TIMES.includes(typeOf(field)) ? content.at : '—'), lengthOf(field)) },
    ]),
  );

const typeOf = (field: string): string => field.replace(/\d+$/, '');
const lengthOf = (field: string): number => LENGTHS[typeOf(field)] ?? Infinity;

function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
