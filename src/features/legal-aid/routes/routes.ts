/**
 * What to do, in which order: from the answers to steps, each with what it costs, whom to call and where to go on
 * from here. There is always at least one to call and one to do today.
 */
import type { Trouble } from '@yugong/domain/labour-law';
import { relationOf, troublesOf } from '../draft/facts';
import type { LegalDraft } from '../draft/store';
import { accountFirst, harassment, injury, partTime, pastRetirementAge, platform, unsureRelation } from './special';
import { by, FREE, step, type RouteStep } from './step';

export type { RouteStep } from './step';

const evidence = step(
  '今天就把证据存好',
  '聊天记录、工资到账、排班、打卡、工牌，先截图再发到自己的邮箱或另一部手机。被踢出群、停了账号就拿不到了。单位手里的，仲裁时由单位交。',
  FREE,
  { place: { to: 'evidence', text: '看要拍什么、去哪里要' }, basis: by('evidence') },
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
  { basis: by('interruption') },
);
const union = step('请工会出面', '打 12351，或者在这里写给工会。工会可以替你跟单位谈，也能帮你申请法律援助。', FREE, {
  call: '12351',
  place: { to: 'ask', text: '写给工会' },
});
const inspection = step(
  '向劳动监察投诉',
  '劳动监察：人社部门里管单位违法的人，可以下命令让单位改正、付钱；到期不付的，再加 50% 到 100%。打 12333 问你那个区县的投诉电话和地址。',
  FREE,
  { call: '12333', basis: by('complaint', 'ordered') },
);
const site = step(
  '在工地干活的：也找总包单位要',
  '包工头、分包单位欠的工资，由施工总承包单位先付，它再去找分包单位算。总包单位是谁、劳动监察的电话是多少，写在工地门口的“维权信息告示牌”上，拍下来。',
  FREE,
  { call: '12333', basis: by('siteWages') },
);
const iou = step(
  '单位写了欠条的，还有快路',
  '欠条上写明欠工资、没有别的争议的，可以拿着它直接到法院起诉，不用先仲裁。也可以申请支付令：法院发给单位的一张催款单，单位 15 天内不付也不反对，就能强制执行。',
  '申请支付令要交一点费，困难的可以申请晚点交',
  { call: '12348', basis: by('payOnTime', 'iou', 'paymentOrder') },
);
const aid = step(
  '申请法律援助',
  '法律援助：国家出钱给你请律师。要工资、要工伤赔偿的进城务工人员，不查家里有没有钱。离期限不到 7 天的，可以先帮你，手续后补。打 12348 问最近的窗口。',
  FREE,
  { call: '12348', basis: by('aidWaiver', 'aidFirst') },
);
const arbitration = step(
  '申请劳动仲裁',
  '仲裁：由仲裁委员会裁决，打官司之前必须先走这一步。到干活的地方或单位所在地的仲裁委，交申请书和证据，要收件回执。',
  '不收费',
  { place: { to: 'claim', text: '写申请书' }, basis: by('venue', 'application', 'applicationFields', 'free') },
);
const refused = step(
  '仲裁委不予受理，怎么办',
  '让它出不予受理通知书；不出的，过了 5 天没有答复也一样。拿着通知书或收件回执，可以直接到法院起诉。对裁决不服的，收到 15 天内起诉。',
  '起诉劳动争议收 10 元，困难的可以申请不交',
  { call: '12348', place: { to: 'clock', text: '看起诉的期限' }, basis: by('acceptance', 'sue', 'courtFee') },
);
const advance = step(
  '等不起的：申请先予执行',
  '先予执行：裁决之前，先让单位付一部分。要工资、工伤医疗费、补偿的，欠多少很清楚、不先拿钱就没法生活，申请仲裁后可以提，不用担保。',
  '不收费',
  { call: '12348', basis: by('advance') },
);

/** The steps for these answers, those for today first. */
export function routeFor(draft: LegalDraft): RouteStep[] {
  const { fields } = draft;
  const troubles = troublesOf(draft);
  const relation = relationOf(draft);
  const has = (...some: Trouble[]): boolean => some.some((one) => troubles.includes(one));
  const money = has('wages', 'dismissed', 'no-contract', 'overtime', 'leave', 'deductions');
  const arbitrates = money || has('insurance', 'platform') || relation === 'unsure' || relation === 'retired';
  const steps: RouteStep[] = [];
  if (has('harassment')) steps.push(...harassment);
  if (has('platform')) steps.push(accountFirst);
  if (has('injury')) steps.push(...injury(has('platform')));
  if (money || has('insurance') || troubles.length === 0) steps.push(evidence, clock);
  if (relation === 'unsure') steps.push(unsureRelation);
  if (relation === 'retired') steps.push(pastRetirementAge);
  if (relation === 'part-time') steps.push(partTime);
  if (money) steps.push(amounts, demand);
  if (has('platform')) steps.push(...platform(fields.managed));
  if (has('insurance'))
    steps.push(
      step(
        '查自己的社保，要求补交',
        '先在社保的小程序或窗口查缴费记录，截图。再向社保征收机构（收社保费的部门，多半是税务局）或劳动监察投诉，要求补交；签过“自愿不交”的，也不算数。',
        FREE,
        { call: '12333', basis: by('insuranceArrears', 'insuranceWaiver') },
      ),
    );
  steps.push(union);
  if (has('wages', 'overtime', 'deductions', 'no-contract', 'leave', 'insurance')) steps.push(inspection);
  if (has('wages')) steps.push(site, iou);
  steps.push(aid);
  if (arbitrates) steps.push(arbitration);
  if (has('wages', 'dismissed', 'injury', 'deductions')) steps.push(advance);
  if (arbitrates) steps.push(refused);
  return steps;
}
