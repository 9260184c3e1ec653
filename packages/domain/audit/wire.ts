/** Who did and saw what, when and why. */
import * as v from 'valibot';
import { StaffId } from '../staff-account/wire';
import { Day, pageEntries } from '../wire';

/** What is written down, in words. */
export const actionLabels: Record<string, string> = {
  'staff.signed-in': '登录',
  'staff.signed-out': '退出登录',
  'staff.invited': '开通账号',
  'staff.edited': '改账号',
  'staff.reset': '重新开通账号',
  'staff.password-changed': '改密码',
  'staff.demo': '演示账号',
  'organisation.created': '加工会',
  'programme.created': '新建项目',
  'programme.edited': '改项目',
  'session.created': '新建场次',
  'session.edited': '改场次',
  'session.opened': '开始报名',
  'session.closed': '截止报名',
  'session.cancelled': '取消场次',
  'session.imported': '导入场次',
  'session.import-asked': '开始导入场次',
  'session.size-asked': '看了缩小名额会影响谁',
  'roster.seen': '看名单',
  'roster.export-asked': '要导出名单',
  'roster.exported': '导出名单',
  'person.revealed': '看全部信息',
  'people.searched': '按号码找人',
  'door.taken': '下载门口名单',
  'job.done': '任务做完',
  'job.file-fetched': '取文件',
  'outcome.seen': '看筛查之后',
  'outcome.noted': '记筛查之后',
  'legal-aid.read': '看求助',
  'legal-aid.assigned': '分派求助',
  'legal-aid.unassigned': '退回求助',
  'legal-aid.answered': '答复求助',
  'legal-aid.closed': '办结求助',
  'legal-aid.template-saved': '存常用答复',
  'legal-aid.template-removed': '删常用答复',
  'station-report.seen': '看驿站反馈',
  'station.report-moved': '处理驿站反馈',
  'station.import-asked': '开始导入驿站',
  'station.export-asked': '导出驿站',
  'content.draft': '贴通讯',
  'content.published': '发布内容',
  'content.version': '发布一个版本',
  'content.undone': '撤回一个版本',
  'figures.exported': '下载数字',
  'audit.seen': '看操作记录',
  'registration.booked': '报名',
  'registration.waitlist': '排候补',
  'registration.promoted': '候补转正',
  'registration.offered': '给候补留名额',
  'registration.offer-expired': '留的名额过期',
  'registration.moved': '改期',
  'registration.cancelled': '取消报名',
  'registration.attended': '记到场',
  'registration.adjusted': '改名额',
  'registration.displaced': '退回候补',
  'registration.called-off': '停办',
  'login.device': '打开应用',
  'login.wechat': '用微信打开应用',
  'login.revoked': '退出应用',
  'account.deleted': '删除自己的数据',
  'consent.withdrawn': '撤回同意',
  'station.reported': '反馈驿站',
  'legal-aid.asked': '求助',
  'legal-aid.message': '补充求助',
  'legal-aid.withdrawn': '撤回求助',
  'legal-aid.deleted': '删除求助',
};

export const AuditQuery = v.strictObject({
  staff: v.optional(StaffId),
  /** Begins with, such as `roster.`. */
  action: v.optional(v.pipe(v.string('type'), v.regex(/^[a-z.-]{1,60}$/, 'value'))),
  from: v.optional(Day),
  to: v.optional(Day),
  ...pageEntries,
});
export const AuditRowWire = v.object({
  id: v.string(),
  at: v.string(),
  /** Null for workers and the service itself. */
  staff: v.nullable(v.object({ id: v.string(), name: v.string() })),
  action: v.string(),
  subject: v.nullable(v.string()),
  /** `reason` is in here where somebody looked. */
  detail: v.record(v.string(), v.union([v.string(), v.number(), v.null()])),
});
export const AuditWire = v.object({
  rows: v.array(AuditRowWire),
  next: v.nullable(v.string()),
  /** Every entry is as it was written and none is missing. */
  intact: v.boolean(),
});
export type AuditRowWire = v.InferOutput<typeof AuditRowWire>;
