/** The audit trail, in Chinese. */
import { jobKindLabels } from '../job/words';
import type { Channel } from '../notice';
import { callResultLabels } from '../notice/words';
import { propertyOfFields } from '../person';
import { programmeKindLabels } from '../programme/words';
import { registrationStatusLabels } from '../registration/words';
import { reportKindLabels, reportStateLabels } from '../report/words';
import { outcomeEditLabels } from '../screening-outcome/words';
import { accountStateLabels, roleLabels } from '../staff-account/words';
import { isOneOf } from '../narrow';
import { accessReasons, type AccessReason } from './reasons';
import type { AuditPage, AuditRowWire } from './wire';

/** Why somebody looks at a person's data. */
export const accessReasonLabels: Record<AccessReason, string> = {
  call: '打电话联系本人',
  identity: '现场核对身份',
  correct: '更正填错的信息',
  'clinic-list': '给承办的医院或场馆名单',
  handle: '办理这件事',
  complaint: '处理投诉或查询',
  other: '其他（请写明）',
};

/** What became of a message that was handed over. */
const deliveryLabels = (channel: Channel, what: string): Record<string, string> => ({
  [`delivery.${channel}.accepted`]: `${what}已交给平台`,
  [`delivery.${channel}.confirmed`]: `${what}确认送达`,
  [`delivery.${channel}.refused`]: `${what}平台不接受`,
  [`delivery.${channel}.later`]: `${what}没有交出去，稍后再试`,
  [`delivery.${channel}.unknown`]: `${what}不知道有没有交出去`,
});

/** What was done, by the audit's own name for it. */
const actionLabels: Record<string, string> = {
  'staff.signed-in': '登录',
  'staff.signed-out': '退出登录',
  'staff.invited': '开通账号',
  'staff.edited': '修改账号',
  'staff.reset': '重新开通账号',
  'staff.password-changed': '修改密码',
  'staff.confirmed': '再次确认身份',
  'staff.unlocked': '解除输错密码的限制',
  'staff.demo': '准备演示账号',
  'organisation.created': '新增工会',
  'organisation.renamed': '修改工会名称',
  'programme.created': '新建项目',
  'programme.edited': '修改项目',
  'session.template-saved': '保存取消说明',
  'session.template-removed': '删除取消说明',
  'session.created': '新建场次',
  'session.edited': '修改场次',
  'session.published': '公开场次草稿',
  'session.deleted': '删除场次',
  'session.opened': '开始报名',
  'session.closed': '截止报名',
  'session.cancelled': '取消场次',
  'session.imported': '导入场次',
  'session.import-asked': '开始导入场次',
  'session.size-asked': '查看减少名额的影响',
  'roster.seen': '查看名单',
  'roster.export-asked': '申请导出名单',
  'roster.exported': '导出名单',
  'person.revealed': '查看完整信息',
  'note.seen': '查看内部备注',
  'note.added': '写内部备注',
  'person.messaged': '发消息给报名的人',
  'call-list.seen': '查看待电话联系',
  'confirmations.seen': '查看谁收到了通知',
  'call.recorded': '记录电话',
  'people.searched': '按号码查人',
  'door.taken': '下载签到名单',
  'check-in.dated': '确认签到属于这一场',
  'job.done': '任务完成',
  'job.file-fetched': '下载文件',
  'outcome.seen': '查看筛查随访',
  'outcome.noted': '登记筛查随访',
  'outcome.recalls-seen': '查看待复查的人',
  'legal-aid.read': '查看求助',
  'legal-aid.assigned': '分派求助',
  'legal-aid.unassigned': '退回求助',
  'legal-aid.answered': '答复求助',
  'legal-aid.closed': '办结求助',
  'legal-aid.reopened': '重新办理求助',
  'legal-aid.letter': '记下发函',
  'legal-aid.template-saved': '保存常用答复',
  'legal-aid.template-removed': '删除常用答复',
  'complaint.read': '查看投诉建议',
  'complaint.answered': '答复投诉建议',
  'complaint.closed': '办结投诉建议',
  'station-report.seen': '查看驿站反馈',
  'station.report-moved': '处理驿站反馈',
  'station.candidate-proposed': '收到驿站候选信息',
  'station.on-site-list-made': '新建现场核对名单',
  'station.on-site-link-seen': '查看现场核对链接',
  'station.on-site-list-revoked': '停用现场核对链接',
  'station.on-site-decided': '处理现场核对结果',
  'station.import-asked': '开始导入驿站',
  'station.export-asked': '导出驿站',
  'station.geocode-asked': '按地址查驿站位置',
  'station.candidate-decided': '处理驿站待定信息',
  'content.draft': '粘贴通讯',
  'content.published': '发布内容',
  'content.version': '发布一个版本',
  'content.undone': '撤回一个版本',
  'content.picture': '上传图片',
  'content.planned': '保存一条草稿或定时发布',
  'content.plan-dropped': '删除一条草稿或定时发布',
  'figures.exported': '下载统计',
  'audit.seen': '查看操作记录',
  'audit.exported': '导出操作记录',
  'registration.booked': '报名',
  'registration.waitlist': '进入候补',
  'registration.held': '报名待核对',
  'registration.reserved': '保留名额，等待验证手机号',
  'registration.proof-expired': '验证手机号超时',
  'registration.proved': '手机号已验证',
  'registration.checked': '核对可疑的报名',
  'code.sent': '发送验证码',
  'registration.held-seen': '查看待核对的报名',
  'registration.released': '放行待核对的报名',
  'registration.returned': '退回待核对的报名',
  'registration.promoted': '候补转正',
  'registration.offered': '为候补保留名额',
  'registration.delivered': '名额消息已送达',
  'registration.offer-prolonged': '名额再等一段时间',
  'registration.passed-on': '名额让给下一位',
  'registration.corrected': '更正报名信息',
  'registration.offer-expired': '保留的名额过期',
  'registration.moved': '改期',
  'registration.cancelled': '取消报名',
  'registration.attended': '登记到场',
  'registration.adjusted': '调整名额',
  'registration.displaced': '移出名单，排到候补最前',
  'registration.called-off': '停办',
  'login.device': '打开应用',
  'login.wechat': '用微信打开应用',
  'login.revoked': '退出应用',
  'account.deleted': '删除自己的数据',
  'consent.withdrawn': '撤回同意',
  'messages.granted': '同意接收一次微信提醒',
  'reminder.asked': '订阅开场提醒',
  'reminder.sent': '发出开场提醒',
  'reminder.failed': '开场提醒没有发出',
  'session-alert.asked': '订阅场次通知',
  'session-alert.removed': '取消场次通知',
  'due-reminder.kept': '设置期限提醒',
  'due-reminder.changed': '修改期限提醒',
  'due-reminder.removed': '取消期限提醒',
  ...deliveryLabels('wechat', '微信提醒'),
  ...deliveryLabels('sms', '短信'),
  'station.reported': '反馈驿站',
  'legal-aid.asked': '求助',
  'legal-aid.message': '补充求助',
  'legal-aid.withdrawn': '撤回求助',
  'legal-aid.deleted': '删除求助',
  'complaint.sent': '提交投诉建议',
  'complaint.message': '补充投诉建议',
  'complaint.deleted': '删除投诉建议',
};

/** The console's pages, for the filter of the audit's page. */
export const auditPageLabels: Record<AuditPage, string> = {
  sessions: '场次和名单',
  people: '查人',
  door: '签到',
  'call-list': '待电话联系',
  held: '报名待核对',
  outcomes: '结果通知',
  'legal-aid': '法律援助',
  complaints: '投诉建议',
  stations: '驿站',
  content: '内容发布',
  figures: '统计',
  jobs: '后台任务',
  users: '登录和人员',
  audit: '操作记录',
};

/** What was done; an action that has no label keeps its name. @example sayAuditAction('roster.seen') // '查看名单' */
export const sayAuditAction = (action: string): string => actionLabels[action] ?? action;

const valueLabels: Record<string, string> = {
  ...reportKindLabels,
  ...reportStateLabels,
  ...callResultLabels,
  ...jobKindLabels,
  ...roleLabels,
  ...accountStateLabels,
  ...registrationStatusLabels,
  ...programmeKindLabels,
  ...outcomeEditLabels,
  ...propertyOfFields('label'),
  accept: '采用',
  'accept-moved': '移动后采用',
  reject: '不采用',
};

/** One word each for what an action noted; ids and hashes have none and are left out, and so is why: it comes last. */
const detailTemplates: Record<string, (value: string) => string> = {
  result: String,
  kind: String,
  state: String,
  status: String,
  from: (value) => `原为${value}`,
  to: (value) => `改为${value}`,
  rows: (value) => `${value} 条`,
  hits: (value) => `影响 ${value} 人`,
  sessions: (value) => `${value} 场`,
  roles: (value) => `角色：${value}`,
  decision: String,
  set: (value) => `登记：${value}`,
  fields: (value) => `完整显示：${value}`,
  by: (value) => `按${value}`,
  month: String,
  format: (value) => `格式 ${value}`,
  revision: (value) => `第 ${value} 次修改`,
  undoes: (value) => `撤回第 ${value} 版`,
};

const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/;

const sayValue = (value: string | number): string =>
  String(value)
    .split(' ')
    .map((part) => valueLabels[part] ?? part.replace(INSTANT, '$1 $2'))
    .join('、');

const describeDetail = (detail: AuditRowWire['detail'], leftOut: readonly string[]): string[] =>
  Object.entries(detail).flatMap(([name, value]) => {
    const template = leftOut.includes(name) ? undefined : detailTemplates[name];
    return template === undefined || value === null || value === '' ? [] : [template(sayValue(value))];
  });

/** Why somebody looked: the reason that was chosen, and the words to it, which are all that a chosen 「其他」 says. */
function sayWhy({ reason, note }: AuditRowWire['detail']): string[] {
  const chosen = isOneOf(accessReasons, reason) && !(reason === 'other' && note) ? [accessReasonLabels[reason]] : [];
  const said = [...chosen, ...(note ? [String(note)] : [])];
  return said.length === 0 ? [] : [`理由：${said.join('，')}`];
}

/** What was done to several people at once, or to one. */
const peopleSentences: Record<string, (people: string, detail: AuditRowWire['detail']) => string> = {
  'person.revealed': (people, { fields }) =>
    `查看${people}的${typeof fields === 'string' && fields !== '' ? sayValue(fields) : '号码'}`,
  'people.searched': (people, { by, rows }) =>
    rows === undefined ? `按${sayValue(by ?? '')}查到${people}` : `查人，查到 ${rows} 个人`,
  'registration.checked': (people) => `确认${people}的报名没有问题`,
  'outcome.noted': (people) => `登记${people}的筛查随访`,
};

/** What a sentence of {@link peopleSentences} has said already. */
const SAID_OF_PEOPLE = ['fields', 'by', 'rows'];

/**
 * An entry of the audit as a sentence: who did what to what, how much of it, and why.
 *
 * @example
 * describeAuditRow({ …, staff: { id, name: '张三' }, action: 'person.revealed', count: 6, detail: { fields: 'phone', reason: 'call' } })
 * // '张三查看 6 个人的手机号，理由：打电话联系本人'
 */
export function describeAuditRow({ staff, action, about, count, detail }: Omit<AuditRowWire, 'id' | 'at'>): string {
  const who = staff?.name ?? '职工本人或系统';
  const ofPeople = peopleSentences[action];
  const what = ofPeople ? ofPeople(count === 1 ? '一个人' : ` ${count} 个人`, detail) : sayAuditAction(action);
  const where = about === null ? '' : `（${about}）`;
  const times = !ofPeople && count > 1 ? [`${count} 条`] : [];
  const parts = [...times, ...describeDetail(detail, ofPeople ? SAID_OF_PEOPLE : []), ...sayWhy(detail)];
  return [`${who}${what}${where}`, ...parts].join('，');
}
