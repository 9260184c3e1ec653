/** The roster, in Chinese. */
import type { OfferDecision, RosterFlag, SignUpSource } from './wire';

/** How somebody signed up. */
export const signUpSourceLabels: Record<SignUpSource, string> = {
  wechat: '微信小程序',
  browser: '手机浏览器',
  staff: '工作人员代报',
  gone: '账号已删除',
};

/** Why a clerk should look at a sign-up twice. */
export const rosterFlagLabels: Record<RosterFlag, string> = {
  'same-device': '同一设备有多个账号报名',
  'near-number': '身份证号与他人只差末四位',
};

/** What becomes of an offered seat, as the desk takes the step. */
export const offerDecisionLabels: Record<OfferDecision, string> = {
  accept: '代为确认',
  decline: '代为放弃',
  wait: '再等',
  next: '给下一位',
};
