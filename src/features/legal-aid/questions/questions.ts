/** The interview: which questions there are for these answers, one a page. */
import { interruptionKinds, type InterruptionKind, type Trouble } from '@yugong/domain/labour-law';
import type { Choice } from '@/ui/choice-group/types';
import { troublesOf } from '../draft/facts';
import type { LegalDraft } from '../draft/store';
import { endingChoices, interruptionChoices, relationChoices, troubleWords } from './words';

export type Question = {
  id: string;
  title: string;
  /** Why it is asked, or how to find the answer. */
  hint?: string;
} & (
  | { kind: 'several'; choices: readonly Choice<string>[] }
  | { kind: 'one'; field: string; choices: readonly Choice<string>[] }
  | { kind: 'day'; field: string; future?: boolean }
  /** A day on which something was done, and whether it can be proven. */
  | { kind: 'event'; event: InterruptionKind }
);

const troubleChoices = Object.entries(troubleWords).map(([value, words]) => ({ value, ...words }));
const yesNo: readonly Choice<string>[] = [
  { value: 'yes', text: '是' },
  { value: 'no', text: '不是' },
];
export const TROUBLES = 'troubles';
export const EVENTS = 'events';

const eventQuestions: Record<InterruptionKind, string> = {
  asked: '找单位要过，是哪天',
  complained: '向部门、工会反映过，是哪天',
  promised: '单位答应给、或者给过一部分，是哪天',
  filed: '申请过仲裁，是哪天',
};

/** The questions in their order; answers given so far decide which of them make sense. */
export function questionsFor(draft: LegalDraft): Question[] {
  const { fields, events } = draft;
  const troubles = troublesOf(draft);
  const has = (...some: Trouble[]): boolean => some.some((one) => troubles.includes(one));
  const left = fields.still === 'no';
  const list: (Question | false)[] = [
    {
      id: TROUBLES,
      kind: 'several',
      title: '发生了什么',
      hint: '碰到几件就选几件',
      choices: troubleChoices,
    },
    {
      id: 'relation',
      kind: 'one',
      field: 'relation',
      title: '你跟单位（或平台）签了什么',
      choices: relationChoices,
    },
    {
      id: 'still',
      kind: 'one',
      field: 'still',
      // Whoever was dismissed may still have days to work, which deadlines depend on: the last day is what is asked then.
      title: has('dismissed') ? '最后一天上班过了吗' : '现在还在那里上班吗',
      choices: has('dismissed')
        ? [
            { value: 'yes', text: '还没到，还在上班' },
            { value: 'no', text: '过了，已经离职' },
          ]
        : [
            { value: 'yes', text: '还在上班' },
            { value: 'no', text: '已经离职' },
          ],
    },
    { id: 'started', kind: 'day', field: 'started', title: '第一天上班是哪天', hint: '记不清就选大概的，后面能改' },
    has('no-contract') &&
      fields.relation === 'written' && {
        id: 'signed',
        kind: 'day',
        field: 'signed',
        title: '后来补签合同是哪天',
        hint: '补签以前没有合同的那段，可能有双倍工资',
      },
    left && { id: 'ended', kind: 'day', field: 'ended', title: '最后一天上班是哪天', hint: '很多期限从这天算起' },
    has('dismissed') && {
      id: 'ending',
      kind: 'one',
      field: 'ending',
      title: '离职原因',
      hint: '选最接近的。离职原因不同，补偿也不同',
      choices: endingChoices,
    },
    has('dismissed', 'insurance') && {
      id: 'knew',
      kind: 'day',
      field: 'knew',
      title: has('dismissed') ? '哪天知道自己被辞退的' : '哪天知道没交社保的',
      hint: has('dismissed')
        ? '收到通知、被踢出群、系统登不上，都算知道。就是最后一天的，直接下一个'
        : '在小程序、窗口查到的那天',
    },
    has('injury') && {
      id: 'injuredOn',
      kind: 'day',
      field: 'injuredOn',
      title: '哪天受的伤',
      hint: '职业病选诊断书上的那天',
    },
    has('injury') && {
      id: 'injuryReported',
      kind: 'one',
      field: 'injuryReported',
      title: '单位给你申请工伤认定了吗',
      hint: '工伤认定：人社部门确认你的伤是干活造成的',
      choices: [...yesNo.map(({ value }) => ({ value, text: value === 'yes' ? '申请了' : '没有' })), unknown],
    },
    has('platform') && {
      id: 'managed',
      kind: 'one',
      field: 'managed',
      title: '平台或站点管不管你',
      hint: '排班、打卡、罚款、不接单要请假、工资它定，都是“管”',
      choices: [
        { value: 'yes', text: '管得很细，不听就罚' },
        { value: 'some', text: '管一点，想跑就跑、想停就停' },
        unknown,
      ],
    },
    {
      id: EVENTS,
      kind: 'several',
      title: '你做过下面这些吗',
      hint: '做过的话，一年的期限可能重新算。没做过就直接下一步',
      choices: interruptionChoices,
    },
    ...interruptionKinds.map(
      (event): Question | false =>
        events.some(({ kind }) => kind === event) && {
          id: `event-${event}`,
          kind: 'event',
          event,
          title: eventQuestions[event],
          hint: '做过几次就加几次，每一次都可能让一年的期限重新算',
        },
    ),
  ];
  return list.filter((question): question is Question => question !== false);
}

const unknown: Choice<string> = { value: 'unknown', text: '不知道' };
