/** 事实和理由, drafted from what was told, in a paper's register: a sentence a fact, in the order of time. */
import { sayDate, type Day } from '../../calendar';
import type { Ending } from '../amounts/endings';
import type { LocalFigure } from '../amounts/amount';
import { minimumOver, type WageMonth } from '../amounts/unpaid-wages';
import type { ClockFacts } from '../clock/facts';
import { sayYuan, type Fen } from '../money';

/** What the application tells beside the dated facts. */
export interface ClaimStory {
  facts: ClockFacts;
  /** What was signed; null where that wasn't answered. */
  contract: 'written' | 'none' | 'platform' | 'part-time' | 'retired' | 'unsure' | null;
  /** Does the platform or station manage the work closely? */
  isManaged: boolean;
  occupation: string;
  monthlyFen: Fen | null;
  ending: Ending | null;
  unpaidMonths: readonly WageMonth[];
  /** The minimum wage, where wages agreed under it are claimed by it. */
  minimum: LocalFigure | null;
  /** Hours of overtime in tenths, by how the day is paid. */
  overtime: { workdays: number; restDays: number; holidays: number } | null;
  /** Leave that was not given, a year each. */
  leave: readonly { year: number; takenDays: number }[];
}

const say = (day: Day): string => sayDate(day, '');

/** What the employer did at the end, as a paper says it; the day stands before it. */
const endingSentences: Record<Ending, string> = {
  'told-to-go': '被申请人单方要求申请人离职，未说明法定理由',
  blamed: '被申请人以申请人违反规章制度为由解除劳动合同，申请人对该理由不予认可',
  fault: '被申请人以申请人违反规章制度为由解除劳动合同',
  notice: '被申请人以劳动合同法第四十条规定的情形为由解除劳动合同，未提前三十日书面通知',
  'notice-given': '被申请人提前三十日书面通知后，以劳动合同法第四十条规定的情形为由解除劳动合同',
  layoff: '被申请人以经济性裁员为由解除劳动合同',
  'employer-proposed': '由被申请人提出，双方协商一致解除劳动合同',
  'worker-proposed': '由申请人提出，双方协商一致解除劳动合同',
  'resigned-for-cause': '因被申请人存在劳动合同法第三十八条规定的情形，申请人提出解除劳动合同',
  resigned: '申请人提出辞职',
  expired: '劳动合同期满，被申请人不再续订，或者续订条件低于原合同',
  'expired-twice': '双方连续订立二次固定期限劳动合同，第二次期满，被申请人不再续订',
  'expired-refused': '劳动合同期满终止',
  closed: '被申请人终止经营，劳动合同终止',
};

function beginning({ facts: { started }, occupation, monthlyFen }: ClaimStory): string {
  const parts = [
    started ? `申请人于${say(started)}到被申请人处工作` : '申请人在被申请人处工作',
    ...(occupation ? [`从事${occupation}工作`] : []),
    ...(monthlyFen ? [`月工资${sayYuan(monthlyFen)}`] : []),
  ];
  return `${parts.join('，')}。`;
}

function contractSentence({ contract, isManaged, facts: { signed } }: ClaimStory): string | null {
  switch (contract) {
    case 'written':
      return signed ? `被申请人于${say(signed)}才与申请人订立书面劳动合同。` : '双方订立了书面劳动合同。';
    case 'none':
      return '被申请人未与申请人订立书面劳动合同，申请人接受其工作安排，由其发放工资。';
    case 'platform':
      return isManaged
        ? '双方未订立书面劳动合同，申请人通过被申请人的平台或者站点接单，接受其排班、考核等管理，报酬由其确定并发放，所从事的是其业务组成部分。'
        : '双方未订立书面劳动合同，申请人通过被申请人的平台或者站点接单。';
    case 'part-time':
      return '双方为非全日制用工。';
    case 'retired':
      return '申请人虽已达到法定退休年龄，仍接受被申请人的工作安排和管理，由其确定并发放报酬，所从事的是其业务组成部分。';
    default:
      return null;
  }
}

function wageSentence({ unpaidMonths, minimum }: ClaimStory): string | null {
  const short = unpaidMonths.filter((one) => (minimumOver(one, minimum) ?? one.dueFen) > one.paidFen);
  if (short.length === 0) return null;
  const each = short.map((one) => {
    const paid = `实发${sayYuan(one.paidFen)}`;
    const raised = minimumOver(one, minimum);
    return raised !== null
      ? `${sayDate(one.month, '')}约定工资${sayYuan(one.dueFen)}，低于当地月最低工资标准${sayYuan(raised)}，${paid}`
      : `${sayDate(one.month, '')}应发${sayYuan(one.dueFen)}，${paid}`;
  });
  return `被申请人未足额支付工资：${each.join('；')}。`;
}

function overtimeSentence({ overtime }: ClaimStory): string | null {
  if (!overtime) return null;
  const hours = (tenths: number, name: string): string[] => (tenths > 0 ? [`${name}${tenths / 10} 小时`] : []);
  const each = [
    ...hours(overtime.workdays, '工作日'),
    ...hours(overtime.restDays, '休息日'),
    ...hours(overtime.holidays, '法定节假日'),
  ];
  return each.length === 0 ? null : `被申请人安排申请人加班，其中${each.join('、')}，未依法足额支付加班工资。`;
}

function otherSentences({ facts, leave }: ClaimStory): string[] {
  const has = (trouble: ClockFacts['troubles'][number]): boolean => facts.troubles.includes(trouble);
  return [
    ...leave.map(
      ({ year, takenDays }) =>
        `${year}年，被申请人${takenDays > 0 ? `仅安排申请人休年休假 ${takenDays} 天` : '未安排申请人休年休假'}，也未支付未休年休假的工资报酬。`,
    ),
    ...(has('deductions') ? ['被申请人从申请人的工资、押金中扣款。'] : []),
    ...(has('insurance') ? ['被申请人未依法为申请人缴纳社会保险费。'] : []),
    ...(facts.injury ? [`${say(facts.injury.on)}，申请人在工作中受伤。`] : []),
  ];
}

function endSentences({ ending, facts: { ended, knew } }: ClaimStory): string[] {
  if (!ending) return ended ? [`申请人工作至${say(ended)}。`] : [];
  const sentence = endingSentences[ending];
  const known = knew && knew !== ended ? `${say(knew)}，申请人得知上述决定。` : '';
  return [`${ended ? `${say(ended)}，` : ''}${sentence}。${known}`];
}

/** What was done since, in the order of its days. */
function eventSentences({ facts: { interruptions } }: ClaimStory): string[] {
  const words = {
    asked: '申请人向被申请人提出支付、履行的要求',
    complained: '申请人就此向有关部门反映',
    promised: '被申请人承诺履行或者作出部分支付',
    filed: '申请人曾申请劳动人事争议仲裁',
  } as const;
  return [...interruptions]
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .map(
      ({ on, kind, proven, until }) =>
        `${say(on)}，${words[kind]}${until ? `，该程序于${say(until)}结束` : ''}${proven ? '，有相关记录为证' : ''}。`,
    );
}

/**
 * Facts and reasons as a paper says them. Only what was told is in it; its author reads and changes it.
 *
 * @returns paragraphs, one a line of text
 */
export function draftFacts(story: ClaimStory): string {
  const first = [beginning(story), contractSentence(story)];
  const second = [wageSentence(story), overtimeSentence(story), ...otherSentences(story)];
  const third = [...endSentences(story), ...eventSentences(story)];
  const last = ['申请人认为被申请人的行为侵害了申请人的合法权益，现依法提出以上仲裁请求。'];
  return [first, second, third, last]
    .map((sentences) => sentences.filter((sentence): sentence is string => sentence !== null).join(''))
    .filter(Boolean)
    .join('\n');
}
