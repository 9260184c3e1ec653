/**
 * What people are asked to agree to, by purpose and version. A text never changes once published: a new wording
 * is a new version, and a registration records the version and the text's hash.
 */

import { defined } from '../narrow';
import type { Purpose } from './wire';

export interface ConsentText {
  purpose: Purpose;
  version: string;
  title: string;
  text: string;
  /**
   * An earlier wording that is still taken, because released apps have it in what waits on phones to go out. What only a
   * later wording tells of has to rest on more than consent: the mark of the device is needed to share out places fairly,
   * which is what a sign-up asks for (个人信息保护法 13 (2)), and stands in the list of what is collected.
   */
  isStillTaken?: true;
}

export const consentTexts: readonly ConsentText[] = [
  {
    purpose: 'registration',
    version: '2026-01',
    isStillTaken: true,
    title: '用我的姓名和手机号报名',
    text: '我同意主办的工会用我填写的姓名和手机号为我安排这次报名、核对到场和在有变动时联系我。这些信息加密保存，场次结束 180 天后删除。我可以随时取消报名、撤回同意、带走或删除这些信息。',
  },
  {
    purpose: 'registration',
    version: '2026-11',
    title: '用我的姓名和手机号报名',
    text: '我同意主办的工会用我填写的姓名和手机号为我安排这次报名、核对到场和在有变动时联系我。这些信息加密保存，场次结束 180 天后删除。为了不让人大量占用名额，还保存这部手机的加密标记，只用来看出同一部手机报了多少人，不能用来找到我和这部手机，场次结束 30 天后删除。我可以随时取消报名、撤回同意、带走或删除这些信息。',
  },
  {
    purpose: 'health',
    version: '2026-01',
    title: '用我的身份证号安排两癌筛查（敏感个人信息）',
    text: '我单独同意主办的工会和承担筛查的医院用我的身份证号核对筛查条件、安排筛查。参加两癌筛查这件事和身份证号都属于敏感个人信息，只有安排这次筛查的人能看到，不告诉我的单位。不同意不影响使用其他服务。我可以随时撤回，撤回后报名会取消。',
  },
  {
    purpose: 'team',
    version: '2026-11',
    title: '把队员的姓名交给主办的工会',
    text: '我填写的每一位队员都知道并同意，把自己的姓名交给主办的工会，只用来编队和核对到场。队员的姓名和我的信息一起加密保存，场次结束 180 天后删除；我撤回同意或者删除我的信息，队员的姓名也一起删掉。',
  },
  {
    purpose: 'legal-aid',
    version: '2026-01',
    title: '把我写的事情交给工会的法律援助人员',
    text: '我同意工会的法律援助人员查看我填写的姓名、手机号和事情经过，只用来答复和帮助我处理这件事。这些内容加密保存，办结两年后删除。我可以随时撤回同意或删除。',
  },
  {
    purpose: 'legal-aid',
    version: '2026-11',
    title: '把我写的事情交给工会的法律援助人员',
    text: '我同意工会的法律援助人员查看我填写的姓名、手机号、事情经过、要带的材料、区县和最近的期限，只用来答复和帮助我处理这件事，不告诉我的单位。这些内容加密保存，办结两年后删除，撤回的 30 天后删除。我可以随时撤回、自己删除，或者撤回这项同意。',
  },
  {
    purpose: 'due-reminder',
    version: '2026-11',
    title: '保存一个日期，到期提醒我',
    text: '我单独同意工会的服务保存一个日期和间隔的月数，到那天提醒我一次，没有处理的一个月后再提醒一次。只保存日期和月数，不保存检查结果、项目和医院。我可以随时推迟、停止提醒或撤回同意，停止或撤回后日期立即删除；第二次提醒 90 天后自动删除。不同意不影响使用其他服务。',
  },
  {
    purpose: 'due-reminder',
    version: '2026-12',
    title: '保存一个日期，到期提醒我',
    text: '我单独同意工会的服务保存一个日期和间隔的月数，到那天提醒我一次，没有处理的一个月后再提醒一次，显示在“消息”里。只保存日期和月数，不保存检查结果、项目和医院。我在微信里另外同意的，到那天也发一次微信消息，为此加密保存我的微信标识，发完、停止或撤回后删除。我可以随时推迟、停止提醒或撤回同意，停止或撤回后日期立即删除；第二次提醒 90 天后自动删除。不同意不影响使用其他服务。',
  },
  {
    purpose: 'family',
    version: '2026-11',
    title: '帮家人报名（我的同意）',
    text: '家人请我代为报名，填写的信息是她（他）本人告诉我的。我同意主办的工会用我的手机号联系我办理这次报名，报名有变动时通知我，并向安排这次活动的人说明是谁代为报名。这些信息加密保存，场次结束 180 天后删除。我可以随时取消报名、撤回同意、带走或删除这些信息。',
  },
  {
    purpose: 'family',
    version: '2026-11b',
    title: '帮家人报名（我的同意）',
    text: '家人请我代为报名，填写的信息是她（他）本人告诉我的。我同意主办的工会用我的手机号联系我办理这次报名，报名有变动时通知我，并向安排这次活动的人说明是谁代为报名。这些信息加密保存，场次结束 180 天后删除。为了不让人大量占用名额，还保存这部手机的加密标记，只用来看出同一部手机报了多少人，不能用来找到我和这部手机，场次结束 30 天后删除。我可以随时取消报名、撤回同意、带走或删除这些信息。',
  },
  {
    purpose: 'family-member',
    version: '2026-11',
    title: '用她（他）的姓名、手机号和身份证号报名（家人本人的同意，敏感个人信息）',
    text: '报名的家人本人看过或听我念过这段话，并单独同意：主办的工会和承担这次项目的医院等单位用她（他）的姓名、手机号和身份证号核对条件、安排这次报名、核对到场，有变动时联系她（他）。身份证号，以及参加筛查这件事，都属于敏感个人信息，只有安排这次项目的人能看到，不告诉她（他）的单位。代为报名的家人能看到这次报名的情况。这些信息加密保存，场次结束 180 天后删除。她（他）可以随时请代为报名的家人或者工会取消报名、撤回同意、删除信息。不同意不影响使用其他服务。',
  },
];

/** The text in force for a purpose: the last one published. */
export const currentConsent = (purpose: Purpose): ConsentText =>
  defined(consentTexts.filter((one) => one.purpose === purpose).at(-1));

/** Purposes that are needed and were not given, in the wording in force or an earlier one that is still taken. */
export const missingConsents = (
  needed: readonly Purpose[],
  given: readonly { purpose: string; version: string }[],
): Purpose[] =>
  needed.filter((purpose) => {
    const taken = consentTexts.filter((text) => text.purpose === purpose && text.isStillTaken);
    const versions = [currentConsent(purpose), ...taken].map(({ version }) => version);
    return !given.some((one) => one.purpose === purpose && versions.includes(one.version));
  });
