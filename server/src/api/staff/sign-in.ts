import * as v from 'valibot';
import {
  LoginRequest,
  LoginWire,
  MeWire,
  PasswordChange,
  SetupRequest,
  SignInWire,
  StaffAlertWire,
  StepUpRequest,
  StepUpWire,
} from '@yugong/domain/staff-account/wire';
import { IdParams } from '@yugong/domain/wire';
import { isoAt } from '@yugong/domain/time';
import { TodoWire } from '@yugong/domain/todo/wire';
import { networkOf } from '../../kernel/address';
import { operation, type OperationContext } from '../../kernel/operation';
import type { StaffSignInRow } from '../../kernel/schema';
import { alertsOf, confirmOwner, markAlertRead } from '../../staff/data/alerts';
import { revokeSignIns, setOwnPassword, signInsOf } from '../../staff/data/members';
import { todoOf } from '../../staff/data/todo';
import { rememberDevice, trySourceOf } from '../../staff/identity/cookies';
import { login, setUp, type Entrance, type LoggedIn } from '../../staff/identity/login';
import { meWire } from '../../staff/identity/member';
import { agentOf, setCookie } from '../../staff/identity/sign-ins';
import { refuseCrossSite } from '../../staff/context';
import { STAFF, staffOperation } from './operation';

type Asking = Pick<OperationContext, 'service' | 'request' | 'reply'>;

const entranceOf = ({ service, request }: Asking, username: string): Entrance => ({
  agent: agentOf(request.headers['user-agent']),
  source: trySourceOf(service, request, username),
  network: networkOf(request.ip),
});

function tell(loggedIn: LoggedIn, keep: 'cookie' | 'bearer', { service, reply }: Asking): LoginWire {
  if (loggedIn.next !== 'done') return loggedIn;
  const { member, signIn, token } = loggedIn;
  if (keep === 'cookie') {
    setCookie(reply, token);
    rememberDevice(service, reply, member.username);
  }
  return { next: 'done', me: meWire(member, signIn), token: keep === 'cookie' ? null : token };
}

export const signInWire = (row: StaffSignInRow, current: string) => ({
  id: row.id,
  current: row.id === current,
  agent: row.agent,
  createdAt: isoAt(row.created_at),
  seenAt: isoAt(row.seen_at),
  expiresAt: isoAt(Math.min(row.expires_at, row.seen_at + row.idle)),
});

export const SignInsWire = v.object({ signIns: v.array(SignInWire) });
const entrance = { method: 'POST', tag: 'staff', auth: 'staff-login' } as const;

export const signInOperations = [
  operation({
    ...entrance,
    path: `${STAFF}/login`,
    id: 'staffLogin',
    summary: '工作人员登录：密码对了再要验证码',
    body: LoginRequest,
    example: { username: 'demo', password: '启动服务时印出来的那一串' },
    answers: { 200: { description: 'next 说下一步：code 要验证码，done 登录好了', schema: LoginWire } },
    problems: ['staff-login-failed', 'staff-code-used', 'staff-locked', 'too-many-requests', 'busy', 'invalid'],
    handle: async ({ body, ...asking }) => {
      refuseCrossSite(asking.request);
      return tell(await login(asking.service, body, entranceOf(asking, body.username)), body.keep, asking);
    },
  }),
  operation({
    ...entrance,
    path: `${STAFF}/setup`,
    id: 'staffSetup',
    summary: '第一次登录：用一次性的开通码设密码和验证器',
    body: SetupRequest,
    example: { username: 'zhang.san', setup: 'ABCD-EFGH-JKMN-PQRS' },
    answers: { 200: { description: '只有开通码时给出验证器要的密钥；都有了就登录好了', schema: LoginWire } },
    problems: ['staff-login-failed', 'staff-code-used', 'staff-locked', 'too-many-requests', 'busy', 'invalid'],
    handle: async ({ body, ...asking }) => {
      refuseCrossSite(asking.request);
      return tell(await setUp(asking.service, body, entranceOf(asking, body.username)), body.keep, asking);
    },
  }),
  staffOperation({
    method: 'DELETE',
    path: '/login',
    id: 'staffLogout',
    summary: '退出登录',
    may: 'any',
    answers: { 204: { description: '已退出' } },
    handle: async ({ reply, ...context }) => {
      await revokeSignIns(context, context.member.id, context.signIn.id);
      setCookie(reply, null);
      return reply.code(204).send();
    },
  }),
  staffOperation({
    method: 'GET',
    path: '/me',
    id: 'staffMe',
    summary: '我是谁，能做什么，管哪里',
    may: 'any',
    answers: { 200: { description: '我', schema: MeWire } },
    handle: ({ member, signIn }) => meWire(member, signIn),
  }),
  staffOperation({
    method: 'PUT',
    path: '/me/password',
    id: 'staffPassword',
    summary: '改我的密码，别处的登录全部退出',
    may: 'any',
    body: PasswordChange,
    example: { password: '现在的密码，十二个字以上', next: '新的密码，也要十二个字以上', code: '123456' },
    answers: { 204: { description: '改好了' } },
    problems: ['staff-login-failed', 'staff-code-used', 'staff-locked', 'too-many-requests', 'busy', 'invalid'],
    handle: async ({ reply, body, ...context }) => {
      await setOwnPassword(context, body);
      return reply.code(204).send();
    },
  }),
  staffOperation({
    method: 'POST',
    path: '/me/step-up',
    id: 'staffStepUp',
    summary: '再确认一次身份：之后五分钟内可以管理账号',
    may: 'any',
    body: StepUpRequest,
    example: { password: '现在的密码，十二个字以上', code: '123456' },
    answers: { 200: { description: '确认了', schema: StepUpWire } },
    problems: ['staff-login-failed', 'staff-code-used', 'staff-locked', 'invalid'],
    handle: async ({ body, ...context }) => ({ confirmedUntil: isoAt(await confirmOwner(context, body)) }),
  }),
  staffOperation({
    method: 'GET',
    path: '/me/todo',
    id: 'staffTodo',
    summary: '我现在要办的事，先到期的在前；不含姓名和号码',
    may: 'any',
    answers: { 200: { description: '没有期限的在最后；还没有场次时另有头几步', schema: TodoWire } },
    handle: (context) => todoOf(context),
  }),
  staffOperation({
    method: 'GET',
    path: '/me/alerts',
    id: 'staffAlerts',
    summary: '管理员账号的变动里，我还没看过的',
    may: 'any',
    answers: {
      200: { description: '新的在前', schema: v.object({ alerts: v.array(StaffAlertWire) }) },
    },
    handle: async (context) => ({ alerts: await alertsOf(context) }),
  }),
  staffOperation({
    method: 'POST',
    path: '/me/alerts/{id}/read',
    id: 'staffReadAlert',
    summary: '这一条变动我看过了',
    may: 'any',
    params: IdParams,
    answers: { 204: { description: '记下了；看过的也算' } },
    problems: ['not-found'],
    handle: async ({ params, reply, ...context }) => {
      await markAlertRead(context, params.id);
      return reply.code(204).send();
    },
  }),
  staffOperation({
    method: 'GET',
    path: '/me/sign-ins',
    id: 'staffSignIns',
    summary: '我在哪里登录着',
    may: 'any',
    answers: { 200: { description: '最近用过的在前', schema: SignInsWire } },
    handle: async (context) => ({
      signIns: (await signInsOf(context, context.member.id)).map((row) => signInWire(row, context.signIn.id)),
    }),
  }),
  staffOperation({
    method: 'DELETE',
    path: '/me/sign-ins/{id}',
    id: 'staffEndSignIn',
    summary: '让一处登录退出',
    may: 'any',
    params: IdParams,
    answers: { 204: { description: '已退出；不在了的也算' } },
    handle: async ({ reply, params, ...context }) => {
      await revokeSignIns(context, context.member.id, params.id);
      return reply.code(204).send();
    },
  }),
];
