/** Notices, in Chinese. */
import { sayInstant } from '../agenda';
import type { Day } from '../calendar';
import type { CallableKind, Channel } from '.';
import type { CallResult, CallWire, ConfirmationWay, UndeliveredCause } from './staff-wire';
import type { NoticeKind, NoticeWire } from './wire';

/** Why a registration ended where its offer was not answered in time. */
export const lapsedOfferReason = '为你保留的名额没有在期限内确认';

/** Why a registration was taken from the account that had it. */
export const handedOverReason = '经核对，名额归本人的账号';

type Change = NoticeWire['changes'][number];

const kindTexts: Record<NoticeKind, string> = {
  offered: '有名额了，请确认',
  promoted: '候补轮到，报名成功',
  displaced: '名额减少，你被移出，排在候补最前',
  'passed-on': '没有联系上你，名额先给了下一位',
  moved: '工会改了场次',
  changed: '场次信息有变动',
  cancelled: '工会已取消',
  'legal-aid-answer': '维权求助有新回复',
  'complaint-answer': '投诉建议有新答复',
  'report-answer': '驿站反馈有处理结果',
  'held-released': '报名已通过工会核对',
  'held-returned': '报名未通过工会核对',
  message: '工会给你发了消息',
  'sign-up-opens': '可以报名了',
  'day-before': '明天参加',
  'preparation-starts': '今天开始准备',
  'due-again': '到了你设的提醒日期',
};

/** What a notice says has happened. A registration that ended with its offer wasn't ended by the union. */
export const sayNoticeKind = ({ kind, reason }: Pick<NoticeWire, 'kind' | 'reason'>): string =>
  kind === 'cancelled' && reason === lapsedOfferReason ? '确认超时，名额已给下一位' : kindTexts[kind];

const fieldWords: Record<Change['field'], string> = {
  title: '名称',
  place: '地点',
  address: '地址',
  floor: '楼层',
  phone: '电话',
  startsAt: '开始时间',
  endsAt: '结束时间',
  session: '场次',
  note: '说明',
};

/** Instants come as ISO 8601 or already in words. */
const sayValue = (value: string | null, today: Day): string =>
  value === null || value === '' ? '未填写' : /^\d{4}-\d\d-\d\dT/.test(value) ? sayInstant(value, today) : value;

/**
 * One thing that is another now.
 *
 * @example sayNoticeChange({ field: 'place', from: '一楼', to: '三楼' }, today) // '地点：一楼 → 三楼'
 */
export const sayNoticeChange = ({ field, from, to }: Change, today: Day): string =>
  `${fieldWords[field]}：${sayValue(from, today)} → ${sayValue(to, today)}`;

/** What a clerk calls about. */
export const callReasonLabels: Record<CallableKind, string> = {
  offered: '候补有名额，等她确认',
  displaced: '名额减少，被移出，排在候补最前',
  moved: '改到了另一场',
  changed: '时间或地点有变',
  cancelled: '报名已取消',
};

/** How a call ended, as the clerk ticks it. */
export const callResultLabels: Record<CallResult, string> = {
  reached: '打通了',
  'no-answer': '没接',
  'wrong-number': '号码不对',
};

/** How a notice reached somebody, or was to. */
export const channelLabels: Record<Channel, string> = { wechat: '微信', sms: '短信' };

/** How somebody came to know, in the order in which it is counted: what the phone showed comes first. */
export const confirmationLabels: Record<ConfirmationWay, string> = {
  read: '手机上已读',
  ...channelLabels,
  called: '电话',
  unconfirmed: '还没联系上',
};

/** Why a channel has not reached somebody, as it stands behind the channel's name. */
export const undeliveredLabels: Record<UndeliveredCause, string> = {
  'not-configured': '工会未开通',
  'no-consent': '没有订阅',
  'switched-off': '已关闭订阅消息',
  blocked: '已拒收',
  rejected: '发送失败',
  'no-number': '没有留号码',
  unreadable: '号码无法读取',
  unsubscribed: '号码已退订',
  'wrong-number': '号码不对',
  limited: '发送受限，尚未发出',
  returned: '运营商退回',
  'no-receipt': '没有送达回执',
  pending: '等待送达回执',
  'not-tried': '尚未发送',
};

/** @example describeAttempt({ channel: 'wechat', cause: 'no-consent' }) // '微信：没有订阅' */
export const describeAttempt = ({ channel, cause }: CallWire['attempts'][number]): string =>
  `${channelLabels[channel]}：${undeliveredLabels[cause]}`;

/**
 * The texts of the SMS templates, as an operator has them approved. They have no parameters and say neither who it is
 * nor what is booked: a message shows on a locked phone.
 */
export const smsTexts: Record<CallableKind, string> = {
  offered: '您候补的一项预约有名额了，请尽快打开小程序“渝工随行”确认。',
  displaced: '您有一项预约的名额有变动，请打开小程序“渝工随行”查看。',
  moved: '您有一项预约改到了另一场，请打开小程序“渝工随行”查看。',
  changed: '您有一项预约的时间或地点有变动，请打开小程序“渝工随行”查看。',
  cancelled: '您有一项预约已取消，请打开小程序“渝工随行”查看。',
};

/**
 * The text of the SMS template of codes, as an operator has it approved: the code, and for how many minutes it is good.
 */
export const smsCodeText = '验证码 {1}，{2} 分钟内有效，用于确认您的手机号。请勿告诉他人。';

const CHANGE = '您有一项预约有变动，请打开查看';
const OFFER = '您的一项候补有名额，请打开确认';
const REPLY = '您有一条新答复，请打开查看';

/** What a message of WeChat's says by itself: 20 characters at most, which is what its `thing` fields take. */
export const messageTexts: Record<NoticeKind, string> = {
  offered: OFFER,
  promoted: '您的候补成功了，请打开查看',
  displaced: CHANGE,
  moved: CHANGE,
  changed: CHANGE,
  cancelled: CHANGE,
  'passed-on': CHANGE,
  'held-released': CHANGE,
  'held-returned': CHANGE,
  message: '工会给您发了消息，请打开查看',
  'sign-up-opens': '您关注的场次可以报名，请打开查看',
  'day-before': '您有一项预约就在明天，请打开查看',
  'preparation-starts': '您有一项预约今天开始准备',
  'due-again': '您有一项提醒到期，请打开查看',
  'legal-aid-answer': REPLY,
  'complaint-answer': REPLY,
  'report-answer': REPLY,
};

/**
 * The reminder, by whether it goes out on the day before or could only on the day itself. A person gets one message a
 * day, so the one of the first session says that there are more.
 */
export const reminderTexts = {
  tomorrow: { one: messageTexts['day-before'], several: '您明天有几项预约，请打开查看' },
  today: { one: '您有一项预约就在今天，请打开查看', several: '您今天有几项预约，请打开查看' },
} as const;

/** What stands in a message instead of a session's own words where those would tell of somebody's health. */
export const neutralWords = { title: '一项预约', place: '请打开查看', organiser: '工会' } as const;

/** Words that tell whoever sees a locked phone about its owner's health. */
const HEALTH =
  /[癌瘤病症诊疗医药孕]|筛查|体检|检查|检测|健康|妇幼|妇科|妇女|女工|女职工|乳腺|乳房|宫颈|子宫|卵巢|两癌|HPV|TCT|B超|彩超|钼靶|疫苗|保健|卫生院|心理|康复/iu;

/** Whether a text tells of somebody's health, and so may stand in no message. */
export const tellsOfHealth = (text: string): boolean => HEALTH.test(text);
