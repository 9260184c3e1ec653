/** What the answers are called. */
import { endingRules, endings, interruptionKinds, interruptionNames, type Trouble } from '@yugong/domain/labour-law';
import type { Choice } from '@/ui/choice-group/types';
import type { Relation } from '../draft/facts';

export const troubleWords: Record<Trouble, { text: string; detail?: string }> = {
  wages: { text: '拖着工资不发，或者没发够' },
  dismissed: { text: '被辞退了，或者合同结束了', detail: '叫我走、到期不续、逼我辞职' },
  'no-contract': { text: '一直没签劳动合同', detail: '劳动合同：写明工作、工资、期限，双方签字的那份' },
  overtime: { text: '加班没给钱' },
  leave: { text: '没给休年假', detail: '年假：干满一年，每年有带工资的假' },
  injury: { text: '干活受了伤，或者得了职业病', detail: '上下班路上出的车祸，不是你主要责任的，也可能算' },
  insurance: { text: '没给我交社保', detail: '社保：养老、医疗、工伤、失业、生育这几样保险' },
  platform: { text: '跑平台的，没签劳动合同', detail: '骑手、司机、主播、家政，在 App 上接单' },
  deductions: { text: '乱扣钱、罚款、押金不退' },
  harassment: { text: '被骚扰、被欺负', detail: '说下流话、动手动脚、打骂、逼你干不愿意的事' },
};

export const endingChoices: readonly Choice<string>[] = endings.map((value) => ({
  value,
  text: endingRules[value].text,
  detail: endingRules[value].detail,
}));

export const relationChoices: readonly Choice<Relation>[] = [
  { value: 'written', text: '签了书面劳动合同' },
  { value: 'none', text: '没签，但听它安排、它发工资' },
  { value: 'platform', text: '在平台上接单，或者签的是合作、承揽协议', detail: '能不能当职工算，要先认定劳动关系' },
  {
    value: 'part-time',
    text: '说好按小时算钱，每天不超过 4 小时',
    detail: '这叫非全日制，补偿和合同另有规定',
  },
  {
    value: 'retired',
    text: '过了退休年龄，或者领着养老金，还在上班',
    detail: '签没签合同都选这个。算不算职工有争议，要先认定',
  },
  { value: 'unsure', text: '说不清', detail: '签过什么没留底、不知道跟谁签的' },
];

export const interruptionChoices: readonly Choice<string>[] = interruptionKinds.map((value) => ({
  value,
  text: interruptionNames[value],
}));
