/**
 * What to do, in which order: from the answers to steps, each with what it costs, whom to call and where to go on
 * from here. There is always at least one to call and one to do today.
 */
import type { LegalDraft } from '../draft/store';

/** Where a step leads within this feature. */
export type Place = 'clock' | 'amounts' | 'claim' | 'evidence';

export interface RouteStep {
  title: string;
  /** What to do, in a sentence or three. */
  text: string;
  /** Said where it costs nothing, or where it may. */
  cost: string;
  /** The hotline's number. */
  call?: '12351' | '12348' | '12333' | '110';
  place?: { to: Place; text: string };
}

const step = (title: string, text: string, cost: string, more: Partial<RouteStep> = {}): RouteStep => ({
  title,
  text,
  cost,
  ...more,
});
const FREE = '不花钱';

const evidence = step(
  '今天就把证据存好',
  '聊天记录、工资到账、排班、打卡、工牌，先截图再发到自己的邮箱或另一部手机。被踢出群、停了账号就拿不到了。',
  FREE,
  { place: { to: 'evidence', text: '看要拍什么、去哪里要' } },
);
const clock = step('看清楚还剩几天', '过了期限，仲裁就可能不支持了。先看最近的那个日子。', FREE, {
  place: { to: 'clock', text: '还剩几天' },
});
const amounts = step('算一算能要多少', '每一步怎么算的、依据哪一条，都写给你看。', FREE, {
  place: { to: 'amounts', text: '算一算' },
});
const demand = step(
  '用文字找单位要一次',
  '发微信、短信，写清楚要什么、多少钱、让它哪天前给。截图留好：这能证明你要过，一年的期限从那天重新算。',
  FREE,
);
const union = step(
  '请工会出面',
  '打 12351，或者在这里写给工会。工会可以替你跟单位谈，也能帮你申请法律援助。',
  '问一问不花钱',
  { call: '12351' },
);
const inspection = step(
  '向劳动监察投诉',
  '劳动监察是人社部门管单位违法的人，可以责令单位改正、付钱。打 12333 问你那个区县的投诉电话和地址。',
  FREE,
  { call: '12333' },
);
const aid = step(
  '申请法律援助',
  '法律援助：国家出钱给你请律师。要工资、要工伤赔偿的进城务工人员，不查家里有没有钱。打 12348 问最近的窗口。',
  FREE,
  { call: '12348' },
);
const arbitration = step(
  '申请劳动仲裁',
  '仲裁：由仲裁委员会断谁对谁错，打官司之前必须先走这一步。到干活的地方或单位所在地的仲裁委，交申请书和证据。',
  '不收费',
  { place: { to: 'claim', text: '写申请书' } },
);

const injury: RouteStep[] = [
  step(
    '先治伤，每张单子都留着',
    '跟医生说清楚是怎么伤的，让病历照实写。发票、病历、诊断证明、CT 片都留原件。',
    '医药费可能要先垫',
  ),
  step(
    '催单位 30 天内申请工伤认定',
    '单位不申请，你或家人、工会在一年内可以自己去人社局申请。单位说不是工伤的，由单位拿证据。',
    FREE,
    { call: '12333', place: { to: 'clock', text: '看还剩几天' } },
  ),
  step(
    '伤情稳定后做劳动能力鉴定',
    '劳动能力鉴定：医学专家评伤残等级，赔多少看等级。养伤期间的工资照发，一般不超过 12 个月。',
    '费用先问 12333',
    { call: '12333' },
  ),
];

const platform = (managed: string | undefined): RouteStep[] => [
  step(
    '送单、接单时受伤：在平台 App 里报职业伤害',
    '职业伤害保障：平台给骑手、司机交的一种保险，不用有劳动关系。重庆从 2022 年 7 月起试点。在 App 里找“职业伤害”上报；你的平台参没参加，打 12333 问。',
    FREE,
    { call: '12333' },
  ),
  step('平台扣钱、封号：请工会调解', '调解：有人在中间帮双方谈，谈成了签协议。没有劳动关系也能请，打 12351。', FREE, {
    call: '12351',
  }),
  step(
    '看看是不是其实有劳动关系',
    managed === 'yes'
      ? '你说它管得很细。看三样：是不是受它管、报酬是不是它定它发、你干的是不是它的业务。三样都像的，可以申请仲裁确认劳动关系，协议上写“合作”也不要紧。'
      : '看三样：是不是受它管、报酬是不是它定它发、你干的是不是它的业务。像的，可以申请仲裁确认劳动关系。不像的，钱的事可以走调解，或者到法院起诉。',
    '仲裁不收费',
    { call: '12348', place: { to: 'claim', text: '写申请书' } },
  ),
];

const harassment: RouteStep[] = [
  step('有危险，先离开，打 110', '有人动手、跟踪、关着你不让走，马上报警。报警记录也是证据。', FREE, { call: '110' }),
  step(
    '把发生的事记下来',
    '哪天、在哪、谁、说了什么做了什么、谁看见了。聊天、录音、监控的位置都记上。删掉的截图，到手机相册的“最近删除”里找找。',
    FREE,
    { place: { to: 'evidence', text: '看要留什么' } },
  ),
  step(
    '向单位投诉，要书面答复',
    '单位必须有人管这件事，要及时处理、替你保密。女职工权益工会也管，可以请女职工委员会的人陪你。',
    FREE,
    { call: '12351' },
  ),
  step(
    '单位不管，还有三条路',
    '报警；到法院起诉，要对方承担责任；单位不预防、不处理的，向它的上级或主管部门反映。因此干不下去的，先打 12348 问再辞职。',
    '报警、咨询不花钱，起诉要诉讼费，困难的可以申请缓交、免交',
    { call: '12348' },
  ),
];

/** The steps for these answers, those for today first. */
export function routeFor({ troubles, fields }: LegalDraft): RouteStep[] {
  const has = (...some: string[]): boolean => some.some((one) => troubles.includes(one));
  const money = has('wages', 'dismissed', 'no-contract', 'overtime', 'leave', 'deductions');
  const steps: RouteStep[] = [];
  if (has('harassment')) steps.push(...harassment);
  if (has('injury')) steps.push(...injury);
  if (money || has('insurance') || troubles.length === 0) steps.push(evidence, clock);
  if (money) steps.push(amounts, demand);
  if (has('platform') || fields.relation === 'platform') steps.push(...platform(fields.managed));
  if (has('insurance'))
    steps.push(
      step(
        '查自己的社保，要求补交',
        '先在社保的小程序或窗口查缴费记录，截图。再向社保征收机构或劳动监察投诉，要求补交；签过“自愿不交”的，也不算数。',
        FREE,
        { call: '12333' },
      ),
    );
  steps.push(union);
  if (has('wages', 'overtime', 'deductions', 'no-contract', 'leave', 'insurance')) steps.push(inspection);
  steps.push(aid);
  if (money || has('insurance') || fields.managed === 'yes') steps.push(arbitration);
  return steps;
}
