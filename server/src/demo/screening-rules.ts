/** The rules of the demo screening, invented: they show what a programme can say, not what any clinic asks for. */
import type { ScreeningRules } from '@yugong/domain/screening';

export const demoRules: ScreeningRules = {
  employment: ['new-form', 'private', 'self-employed'],
  household: 'any',
  districts: 'any',
  intervals: [{ of: '这个演示项目', months: 12 }],
  conditions: [
    {
      id: 'pregnant',
      question: '现在怀孕了，或者可能怀孕吗？',
      hint: null,
      wanted: 'no',
      because: '这个演示项目不给孕期安排，等以后再来。',
    },
  ],
  items: ['乳腺彩超', '妇科检查', '宫颈细胞学检查'],
  cost: '免费',
  bring: ['身份证'],
  preparation: [
    { id: 'no-wash', text: '不冲洗阴道，不用阴道里的药', why: '会冲走要看的细胞', from: { days: 3 }, until: null },
    { id: 'no-sex', text: '不同房', why: null, from: { hours: 24 }, until: null },
    { id: 'two-piece', text: '穿上下分开、好脱的衣服', why: '乳腺和妇科要分别检查', from: { hours: 2 }, until: null },
  ],
  cycle: {
    avoidDuring: true,
    avoidBefore: 0,
    avoidAfter: 3,
    periodDays: 7,
    text: '避开月经期，月经干净 3 天以后再来。',
  },
  windows: null,
  quotas: null,
  results: { withinDays: 15, how: '由检查的医院打电话告诉你' },
};
