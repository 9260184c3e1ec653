/** The routes that are not about wages alone: injury, platforms, an unclear or part-time relation, harassment. */
import { by, FREE, step, type RouteStep } from './step';

/** What is gone with the account comes first. */
export const accountFirst = step(
  '截图要在账号停用之前',
  '个人资料、接单和派单记录、收入、扣款、排班和处罚消息、平台规则，一页一页截，再发到自己的邮箱。账号一停就看不到了。',
  FREE,
  { place: { to: 'evidence', text: '看要截什么' }, basis: by('evidence') },
);

const refusedInjury = step(
  '不予受理、不予认定，怎么办',
  '要书面的决定书。不服的，收到 60 天内申请行政复议，或者 6 个月内到法院起诉。因为单位不承认有劳动关系而没有受理的，先申请仲裁确认劳动关系，这段时间不算进一年。',
  FREE,
  {
    call: '12348',
    place: { to: 'clock', text: '看复议和起诉的期限' },
    basis: by('injuryReview', 'review', 'administrativeSuit', 'injuryExcluded'),
  },
);

/** @param isPlatform was it an order of a platform? Then the account's screenshots come first already */
export const injury = (isPlatform: boolean): readonly RouteStep[] => [
  step(
    '先治伤，每张单子都留着',
    '跟医生说清楚是怎么伤的，让病历照实写。发票、病历、诊断证明、CT 片都留原件。',
    '医药费可能要先垫',
  ),
  ...(isPlatform
    ? []
    : [
        step(
          '截图要在账号停用、退群之前',
          '排班、打卡、派活的消息和当天的记录，先截再发到自己的邮箱。现场的照片和监控，尽快书面要求保留。',
          FREE,
          { place: { to: 'evidence', text: '看要留什么' }, basis: by('evidence') },
        ),
      ]),
  step(
    '催单位 30 天内申请工伤认定',
    '工伤认定：人社部门（管劳动和社保的政府部门）确认你的伤是干活造成的。单位不申请，你或家人、工会在一年内可以自己去申请。单位说不是工伤的，由单位拿证据。',
    FREE,
    {
      call: '12333',
      place: { to: 'clock', text: '看还剩几天' },
      basis: by('injuryEmployer', 'injuryWorker', 'injuryProof'),
    },
  ),
  step(
    '伤情稳定后做劳动能力鉴定',
    '劳动能力鉴定：医学专家评伤残等级，赔多少看等级。养伤期间的工资照发，一般不超过 12 个月。',
    '费用先问 12333',
    { call: '12333', basis: by('injuryPaidLeave') },
  ),
  refusedInjury,
];

const relationTest = '看三样：是不是受它管，报酬是不是它定它发，干的是不是它的业务';

/** @param managed the answer to 平台管不管你 */
export const platform = (managed: string | undefined): RouteStep[] => [
  step(
    '先要认定劳动关系',
    managed === 'yes'
      ? `劳动关系：它管你、给你发钱，你替它干活，法律上就是它的职工。你说它管得很细。${relationTest}。三样都像的，可以申请仲裁确认，协议上写“合作”“承揽”也不要紧；认定了，工资、补偿才能一起要。`
      : `劳动关系：它管你、给你发钱，你替它干活，法律上就是它的职工。${relationTest}。像的，可以申请仲裁确认；认定了，工资、补偿才能一起要。不像的，钱的事可以走调解，或者到法院起诉。`,
    '仲裁不收费',
    { call: '12348', place: { to: 'claim', text: '写申请书' }, basis: by('relationTest', 'free') },
  ),
  step(
    '送单、接单时受伤：在平台 App 里报职业伤害',
    '职业伤害保障：平台给骑手、司机交的一种保险，不用有劳动关系。重庆从 2022 年 7 月起试点，2025 年 7 月起有 11 家平台。在 App 里点“一键报案”，材料用手机上传；你的平台参没参加，打 12333 问。不予确认的，要书面决定，打 12348 问复议和起诉。',
    FREE,
    { call: '12333' },
  ),
  step('平台扣钱、封号：请工会调解', '调解：有人在中间帮双方谈，谈成了签协议。没有劳动关系也能请，打 12351。', FREE, {
    call: '12351',
    place: { to: 'ask', text: '写给工会' },
  }),
];

/** For one who doesn't know what was signed, or with whom. */
export const unsureRelation = step(
  '说不清跟谁、签了什么：先弄清楚',
  `找发工资的账户名、工牌工服上的名字、社保缴费单位，这些能看出单位是谁。${relationTest}；像的，申请仲裁时先请求确认劳动关系，把可能的几家都写上。`,
  FREE,
  { call: '12348', place: { to: 'evidence', text: '看要留什么证据' }, basis: by('relationTest') },
);

/** Work past the age of retirement: the rule that called all of it a service contract is gone, and nothing stands in its place. */
export const pastRetirementAge = step(
  '过了退休年龄的：先看算不算劳动关系',
  `以前领了养老金的一律不算职工，这一条2025年9月1日起废止了；现在算不算，各地裁判不一。${relationTest}；像的，申请仲裁时先请求确认。仲裁委不受理的，要书面通知，收到 15 天内可以到法院起诉，至少按说好的报酬要钱。干活受伤的，先打 12333 问有没有工伤保险。`,
  '仲裁不收费；到法院起诉，困难的可以申请晚点交、不交',
  { call: '12348', place: { to: 'claim', text: '写申请书' }, basis: by('pastRetirementAge', 'relationTest') },
);

/** Part-time work has rules of its own. */
export const partTime = step(
  '按小时算钱的：规定不一样',
  '这叫非全日制：平均每天不超过 4 小时、每周不超过 24 小时。可以口头约定，双方随时可以终止，没有经济补偿和双倍工资；工资最长 15 天结一次，不低于小时最低工资。实际每天超过 4 小时的，可以主张其实是全日制。',
  FREE,
  { call: '12333', basis: by('partTime') },
);

export const harassment: readonly RouteStep[] = [
  step('有危险，先离开，打 110', '有人动手、跟踪、关着你不让走，马上报警。报警记录也是证据。', FREE, { call: '110' }),
  step(
    '把发生的事记下来',
    '哪天、在哪、谁、说了什么做了什么、谁看见了。聊天、录音、监控的位置都记上。删掉的截图，到手机相册的“最近删除”里找找。',
    FREE,
    { place: { to: 'evidence', text: '看要留什么' } },
  ),
  step(
    '向单位投诉，要书面答复',
    '单位必须有人管这件事，要及时处理、替你保密。工会也管，可以请女职工委员会的人陪你。',
    FREE,
    { call: '12351', place: { to: 'ask', text: '写给工会' }, basis: by('harassmentDuty') },
  ),
  step(
    '单位不管，还有三条路',
    '报警；到法院起诉，要对方承担责任；单位不预防、不处理的，向它的上级或主管部门反映。因此干不下去的，先打 12348 问再辞职。',
    '报警、咨询不花钱，起诉要诉讼费，困难的可以申请晚点交、不交',
    { call: '12348' },
  ),
];
