import * as v from 'valibot';
import {
  AccountEdit,
  AccountRequest,
  AccountWire,
  DistrictWire,
  InviteWire,
  OrganisationEdit,
  OrganisationRequest,
  FormerDistrictWire,
  OrganisationWire,
} from '@yugong/domain/staff-account/wire';
import { IdParams } from '@yugong/domain/wire';
import { OrganisationId } from '@yugong/domain/wire/staff';
import { isoAt } from '@yugong/domain/time';
import {
  createMember,
  editMember,
  memberIn,
  staffMembersOf,
  resetMember,
  revokeSignIns,
  signInsOf,
  locksOf,
  unlockMember,
  type Locks,
  createOrganisation,
  renameOrganisation,
  organisationsOf,
} from '../../staff/data/members';
import { UNNAMED_ORGANISATION } from '../../kernel/organisation';
import type { StaffContext } from '../../staff/context';
import type { Invited } from '../../staff/identity/invite';
import type { Member } from '../../staff/identity/member';
import { staffOperation } from './operation';
import { SignInsWire, signInWire } from './sign-in';

const wire = (member: Member, locks: Locks): AccountWire => ({
  id: member.id,
  username: member.username,
  name: member.name,
  roles: member.roles,
  organisation: member.scope.organisation,
  districts: member.scope.districts === null ? null : [...member.scope.districts],
  state: member.state,
  lockedUntil: locks.lockedUntil(member),
  version: member.row.version,
  createdAt: isoAt(member.row.created_at),
  lastSeenAt: locks.lastSeenAt(member),
});

const invited = async (context: StaffContext, { member, setup, until }: Invited): Promise<InviteWire> => ({
  account: wire(member, await locksOf(context, [member])),
  setup,
  setupUntil: isoAt(until),
});

const accounts = { may: ['accounts'] } as const;
const DUTIES = { roles: ['clerk' as const], organisation: 'main', districts: ['500103'] };

export const accountOperations = [
  staffOperation({
    method: 'GET',
    path: '/organisations',
    id: 'staffOrganisations',
    summary: '我这里有哪些工会和区县',
    may: 'any',
    answers: {
      200: {
        description: '在我范围内的',
        schema: v.object({
          organisations: v.array(OrganisationWire),
          districts: v.array(DistrictWire),
          former: v.array(FormerDistrictWire),
        }),
      },
    },
    handle: async ({ scoped, tools }) => {
      const { districts } = scoped.scope;
      const all = tools.content.dataset().districts;
      const current = all.filter(({ status }) => status === 'current');
      const titles = new Map(all.map(({ adcode, title }) => [adcode, title]));
      const mine = current.filter(({ adcode }) => districts === null || districts.includes(adcode));
      return {
        organisations: await organisationsOf(scoped),
        districts: mine.map(({ adcode, title }) => ({ adcode, title })),
        former: all.flatMap(({ adcode, title, status, mergedInto }) => {
          const into = mergedInto === null ? undefined : titles.get(mergedInto);
          return status === 'abolished' && into !== undefined ? [{ adcode, title, into }] : [];
        }),
      };
    },
  }),
  staffOperation({
    ...accounts,
    method: 'POST',
    path: '/organisations',
    id: 'staffAddOrganisation',
    summary: '加一个工会',
    body: OrganisationRequest,
    example: { id: 'yuzhong', title: '渝中区总工会（示例）' },
    answers: { 201: { description: '加好了', schema: OrganisationWire } },
    problems: ['invalid', 'taken', 'scope-too-wide'],
    handle: async ({ scoped, tools, body, reply }) => {
      await createOrganisation(scoped, body, tools.now());
      return reply.code(201).send(body);
    },
  }),
  staffOperation({
    ...accounts,
    method: 'PUT',
    path: '/organisations/{id}',
    id: 'staffRenameOrganisation',
    summary: '改工会的名称；代码不变',
    params: v.strictObject({ id: OrganisationId }),
    paramExamples: { id: 'main' },
    body: OrganisationEdit,
    example: { title: UNNAMED_ORGANISATION, seen: UNNAMED_ORGANISATION },
    answers: { 200: { description: '改好了', schema: OrganisationWire } },
    problems: ['invalid', 'not-found', 'stale', 'idempotency-key-reused'],
    handle: ({ params, body, ...context }) => renameOrganisation(context, params.id, body),
  }),
  staffOperation({
    ...accounts,
    method: 'GET',
    path: '/accounts',
    id: 'staffAccounts',
    summary: '工作人员账号',
    answers: { 200: { description: '在我范围内的，老的在前', schema: v.object({ accounts: v.array(AccountWire) }) } },
    handle: async (context) => {
      const members = await staffMembersOf(context);
      const locks = await locksOf(context, members);
      return { accounts: members.map((one) => wire(one, locks)) };
    },
  }),
  staffOperation({
    ...accounts,
    stepUp: true,
    method: 'POST',
    path: '/accounts',
    id: 'staffInvite',
    summary: '开一个账号；开通码只显示这一次',
    body: AccountRequest,
    example: { username: 'zhang.san', name: '演示人', ...DUTIES },
    answers: { 201: { description: '把开通码当面或电话告诉本人，三天内有效', schema: InviteWire } },
    problems: ['invalid', 'taken', 'scope-too-wide'],
    handle: async ({ body, reply, ...context }) =>
      reply.code(201).send(await invited(context, await createMember(context, body))),
  }),
  staffOperation({
    ...accounts,
    stepUp: true,
    method: 'PUT',
    path: '/accounts/{id}',
    id: 'staffEditAccount',
    summary: '改一个账号的角色和范围，或停用',
    params: IdParams,
    body: AccountEdit,
    example: { name: '演示人', ...DUTIES, disabled: false, seen: 1 },
    answers: { 200: { description: '改好了；本人要重新登录', schema: AccountWire } },
    problems: ['invalid', 'not-found', 'scope-too-wide', 'stale', 'idempotency-key-reused'],
    handle: async ({ params, body, ...context }) => {
      const member = await editMember(context, params.id, body);
      return wire(member, await locksOf(context, [member]));
    },
  }),
  staffOperation({
    ...accounts,
    stepUp: true,
    method: 'POST',
    path: '/accounts/{id}/reset',
    id: 'staffResetAccount',
    summary: '重新开通：密码和验证器都作废，给一个新的开通码',
    params: IdParams,
    answers: { 200: { description: '新的开通码只显示这一次', schema: InviteWire } },
    problems: ['not-found', 'not-active'],
    handle: async ({ params, ...context }) => invited(context, await resetMember(context, params.id)),
  }),
  staffOperation({
    ...accounts,
    method: 'GET',
    path: '/accounts/{id}/sign-ins',
    id: 'staffAccountSignIns',
    summary: '一个账号在哪里登录着',
    params: IdParams,
    answers: { 200: { description: '最近用过的在前', schema: SignInsWire } },
    problems: ['not-found'],
    handle: async ({ params, ...context }) => {
      const { id } = await memberIn(context, params.id);
      return { signIns: (await signInsOf(context, id)).map((row) => signInWire(row, context.signIn.id)) };
    },
  }),
  staffOperation({
    ...accounts,
    method: 'DELETE',
    path: '/accounts/{id}/sign-ins',
    id: 'staffEndSignIns',
    summary: '让一个账号在所有地方退出',
    params: IdParams,
    answers: { 204: { description: '已退出' } },
    problems: ['not-found'],
    handle: async ({ params, reply, ...context }) => {
      const { id } = await memberIn(context, params.id);
      await revokeSignIns(context, id);
      return reply.code(204).send();
    },
  }),
  staffOperation({
    ...accounts,
    method: 'DELETE',
    path: '/accounts/{id}/lock',
    id: 'staffUnlockAccount',
    summary: '解除输错密码的限制，马上可以再试',
    params: IdParams,
    answers: { 204: { description: '已解除；没有限制的也算' } },
    problems: ['not-found'],
    handle: async ({ params, reply, ...context }) => {
      await unlockMember(context, params.id);
      return reply.code(204).send();
    },
  }),
];
