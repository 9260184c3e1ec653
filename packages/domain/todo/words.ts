/** What there is to do, in Chinese. */
import { QUIET_DAYS, type FirstStep, type TodoItemWire, type TodoKind } from './wire';

const sayCount: Record<TodoKind, (count: number, title: string, dueAt: string | null) => string> = {
  calls: (count) => `${count} 人待电话联系`,
  offer: (count, title) => `「${title}」有 ${count} 个名额等本人确认，不确认就让给下一位`,
  held: (count, title) => `「${title}」有 ${count} 个报名待核对`,
  request: (_, title) => `法律援助「${title}」快到期限`,
  requests: (count) => `${count} 件法律援助等待答复`,
  'door-list': (_, title) => `「${title}」还没有更新签到名单`,
  'session-drafts': (count, title) => (title === '' ? `${count} 场草稿还没公开` : `「${title}」还没公开，不能报名`),
  outcomes: (count) => `${count} 人待通知结果`,
  reports: (count) => `${count} 条驿站反馈待核实`,
  complaints: (count) => `${count} 条投诉建议待答复`,
  'failed-plans': (count) => `${count} 条定时发布没有成功`,
  drafts: (count) => `${count} 份草稿还没发布`,
  'quiet-content': (_count, _title, dueAt) =>
    dueAt === null ? '还没有发布过内容' : `超过 ${QUIET_DAYS} 天没有发布内容`,
};

/**
 * One thing to do, as a link says it.
 *
 * @example sayTodo({ kind: 'calls', count: 3, dueAt: null, subject: null }) // '3 人待电话联系'
 */
export const sayTodo = ({ kind, count, subject, dueAt }: TodoItemWire): string =>
  sayCount[kind](count, subject?.title ?? '', dueAt);

export const firstStepLabels: Record<FirstStep, string> = {
  people: '添加同事的账号',
  programme: '新建项目：谁能参加、要填什么',
  session: '新建场次：时间、地点和名额',
  content: '发布第一期内容',
};
