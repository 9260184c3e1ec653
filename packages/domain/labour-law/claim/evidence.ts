/**
 * What proves what, where it is to be had, and who has to produce it: evidence that the employer holds it must hand
 * over, and bears the consequence if it doesn't (仲裁法 6).
 */
import type { Trouble } from '../clock/facts';

export interface Evidence {
  id: string;
  /** Its name in the application. */
  name: string;
  /** What of it to photograph or to keep. */
  keep: string;
  /** Where to ask for it. */
  where: string;
  holder: 'worker' | 'employer' | 'office';
  /** What it is good for; `all` for what proves the labour relation itself. */
  for: readonly Trouble[] | 'all';
}

export const evidenceList: readonly Evidence[] = [
  {
    id: 'orders',
    name: '平台的接单、派单、评分、处罚记录',
    keep: '个人资料页、近几个月的订单、扣款和申诉页面、站点排班的消息',
    where: '平台 App 里。截图要在账号停用之前；平台规则也截',
    holder: 'worker',
    for: ['platform', 'injury', 'deductions'],
  },
  {
    id: 'identity',
    name: '身份证复印件',
    keep: '正反面复印在一张纸上',
    where: '自己复印',
    holder: 'worker',
    for: 'all',
  },
  {
    id: 'employer',
    name: '单位的工商登记信息',
    keep: '全称、地址、法定代表人（单位的负责人）那一页打印出来',
    where: '国家企业信用信息公示系统，不花钱',
    holder: 'office',
    for: 'all',
  },
  {
    id: 'contract',
    name: '劳动合同或协议',
    keep: '每一页，签字盖章的那页要清楚',
    where: '自己手里的；没给你的，写明由单位提供',
    holder: 'employer',
    for: 'all',
  },
  {
    id: 'badge',
    name: '工牌、工服、工作证、入职登记',
    keep: '正反面，带单位名字的地方',
    where: '自己手里的，归还之前先拍',
    holder: 'worker',
    for: 'all',
  },
  {
    id: 'chat',
    name: '工作聊天记录',
    keep: '连着截，要看得到对方是谁、日期；原手机别换、别删。点开对方的资料页也拍一张',
    where: '微信、钉钉、短信，退群之前先截',
    holder: 'worker',
    for: 'all',
  },
  {
    id: 'bank',
    name: '工资到账记录',
    keep: '每一笔都看得到付款人、日期、数额',
    where: '银行柜台或手机银行打印流水（账户进出明细）；微信、支付宝可以申请账单',
    holder: 'worker',
    for: 'all',
  },
  {
    id: 'insurance',
    name: '社保缴费记录',
    keep: '交费单位的名字和起止月份',
    where: '社保的小程序、App 或窗口，不花钱',
    holder: 'office',
    for: 'all',
  },
  {
    id: 'payroll',
    name: '工资表、工资支付台账',
    keep: '工资条有就拍；整本的工资账由单位交',
    where: '单位要保存至少两年，写明由单位提供',
    holder: 'employer',
    for: ['wages', 'deductions', 'dismissed', 'overtime', 'no-contract'],
  },
  {
    id: 'iou',
    name: '欠条、结算单、对账单',
    keep: '原件收好，拍清楚签字、盖章、日期、数额',
    where: '自己手里的；口头答应的，发消息请对方确认一次',
    holder: 'worker',
    for: ['wages', 'deductions', 'overtime'],
  },
  {
    id: 'attendance',
    name: '考勤、排班记录',
    keep: '打卡页面、排班表，按月截全',
    where: '打卡软件里；在单位系统里的，写明由单位提供',
    holder: 'employer',
    for: ['overtime', 'wages', 'leave', 'no-contract', 'injury'],
  },
  {
    id: 'overtime-orders',
    name: '加班是单位安排的证据',
    keep: '叫你加班的消息、邮件、通知，加班申请单',
    where: '自己的手机；加班要你先证明有这回事',
    holder: 'worker',
    for: ['overtime'],
  },
  {
    id: 'dismissal',
    name: '辞退通知或叫你走的证据',
    keep: '书面通知、消息、被移出群的提示、登不上系统的画面、通话录音',
    where: '自己的手机；可以书面要求单位开解除劳动合同证明，它必须开',
    holder: 'worker',
    for: ['dismissed'],
  },
  {
    id: 'rules',
    name: '单位据以处罚的规章制度和公示记录',
    keep: '看到过就拍；没公布过的，说明没公布',
    where: '写明由单位提供：辞退的理由要单位拿证据',
    holder: 'employer',
    for: ['dismissed', 'deductions'],
  },
  {
    id: 'leave',
    name: '年休假安排和请假记录',
    keep: '请假单、批假的消息；以前单位的社保记录能证明工龄',
    where: '写明由单位提供',
    holder: 'employer',
    for: ['leave'],
  },
  {
    id: 'medical',
    name: '病历、诊断证明、检查报告、发票',
    keep: '原件收好，每页拍；病历上要写清怎么伤的',
    where: '看病的医院，可以复印盖章',
    holder: 'office',
    for: ['injury', 'harassment'],
  },
  {
    id: 'scene',
    name: '事故现场的照片、录像、报警或出警记录',
    keep: '地点、机器、路面、监控的位置；交警的事故认定书',
    where: '手机；监控由单位或商场保存，尽快书面要求保留',
    holder: 'worker',
    for: ['injury', 'harassment'],
  },
  {
    id: 'fines',
    name: '罚款、扣款、押金的凭据',
    keep: '扣款明细、押金收据、转账记录',
    where: '自己手里的；工资表上扣的，写明由单位提供',
    holder: 'worker',
    for: ['deductions'],
  },
  {
    id: 'incident',
    name: '骚扰、欺负的记录',
    keep: '每次的日期、地点、经过、谁看见了；消息、录音、投诉和答复',
    where: '自己记；投诉要书面发给单位，截图',
    holder: 'worker',
    for: ['harassment'],
  },
];

/** The evidence for these troubles, what the worker has first. */
export const evidenceFor = (troubles: readonly Trouble[]): Evidence[] =>
  evidenceList.filter((one) => one.for === 'all' || one.for.some((trouble) => troubles.includes(trouble)));

export const holderWords: Record<Evidence['holder'], string> = {
  worker: '你自己留',
  employer: '单位要交出来（仲裁法第六条）',
  office: '去别处开',
};
