import * as v from 'valibot';
import { addDays, dayAt } from '@yugong/domain/calendar';
import { sessionFaults, sessionTimesOf } from '@yugong/domain/session';
import {
  OpenRequest,
  PublishSessionRequest,
  SessionFilterInput,
  SessionFiltersWire,
  SessionCheckRequest,
  SessionCheckWire,
  SessionEdit,
  SessionInput,
  StaffSessionQuery,
  StaffSessionWire,
  SizeRequest,
  SizeWire,
} from '@yugong/domain/session/staff-wire';
import { IdParams } from '@yugong/domain/wire';
import { isoOf } from '@yugong/domain/time';
import { newId } from '../../crypto/ids';
import { staffIdempotentWrite } from '../../staff/data/idempotent-write';
import { sessionsPage, staffSession } from '../../staff/data/sessions';
import { checkSession, newSessionRow, sessionColumns } from '../../staff/sessions/input';
import { dropSessionFilter, keepSessionFilter, sessionFilters } from '../../staff/data/session-filters';
import { closeNow, deleteSession, editSession, openNow, publishSession, resize } from '../../staff/sessions/changes';
import { ApiProblem } from '../../kernel/problem';
import { sessionWire } from '../../services/sessions';
import { staffOperation } from './operation';

/** Dated from today, so that it works as it stands. */
function examplesAt(now: number) {
  const at = (days: number, time: string) => isoOf(addDays(dayAt(now), days), time);
  const edit: Omit<v.InferInput<typeof SessionEdit>, 'seen'> = {
    title: '羽毛球（示例）',
    place: '示例体育馆',
    address: '渝中区示例路 1 号',
    floor: '2 楼羽毛球馆',
    phone: '12351',
    adcode: '500103',
    note: null,
    opensAt: at(0, '00:00'),
    closesAt: at(19, '18:00'),
    cancelUntil: at(19, '18:00'),
    startsAt: at(20, '19:00'),
    endsAt: at(20, '21:00'),
  };
  return { edit, example: { programmeId: 'demo-event', ...edit, capacity: 16, waitlistSize: 8 } };
}

const read = { method: 'GET', may: ['sessions.read'] } as const;
const write = { may: ['sessions.write'] } as const;
const Page = v.object({ sessions: v.array(StaffSessionWire), total: v.number(), next: v.nullable(v.string()) });
const known = { params: IdParams, paramExamples: { id: 'demo-event-badminton' } };

export function staffSessionOperations(now: number) {
  const { edit, example } = examplesAt(now);
  return [
    staffOperation({
      ...read,
      path: '/sessions',
      id: 'staffSessions',
      summary: '场次；不说日期时，列没结束的和结束不到一周的',
      query: StaffSessionQuery,
      answers: { 200: { description: '早的在前', schema: Page } },
      problems: ['invalid'],
      handle: ({ query, ...context }) => sessionsPage(context, query),
    }),
    staffOperation({
      ...read,
      ...known,
      path: '/sessions/{id}',
      id: 'staffSession',
      summary: '一场',
      answers: { 200: { description: '场次和各种状态的人数', schema: StaffSessionWire } },
      problems: ['not-found'],
      handle: ({ params, ...context }) => staffSession(context, params.id),
    }),
    staffOperation({
      ...write,
      method: 'POST',
      path: '/sessions/check',
      id: 'staffCheckSession',
      summary: '先看看：哪里不对，报名的人会看到什么；不保存',
      body: SessionCheckRequest,
      example,
      answers: { 200: { description: 'faults 要改，warnings 请再看一眼', schema: SessionCheckWire } },
      problems: ['invalid', 'not-found'],
      handle: async ({ body: { id, ...input }, ...context }) => {
        const there = id === undefined ? null : await context.scoped.session(id);
        const { faults, warnings, programme } = await checkSession(context, input, { isNew: there === null });
        if (!programme || faults.length > 0) return { faults, warnings, preview: null };
        const row = there
          ? { ...there, ...sessionColumns(input) }
          : newSessionRow('preview', input, programme, context.tools.now());
        return { faults, warnings, preview: sessionWire(row, context.tools.now()) };
      },
    }),
    staffOperation({
      ...write,
      method: 'POST',
      path: '/sessions',
      id: 'staffAddSession',
      summary: '新建一场',
      body: SessionInput,
      example,
      answers: { 201: { description: '建好了', schema: StaffSessionWire } },
      problems: ['invalid', 'idempotency-key-reused'],
      handle: async ({ body, reply, ...context }) => {
        const { scoped, tools } = context;
        const { faults, programme } = await checkSession(context, body, { isNew: true });
        if (faults.length > 0 || !programme) throw new ApiProblem('invalid', faults);
        const id = newId(tools.now());
        const response = await staffIdempotentWrite(context, body, () => ({
          statements: [scoped.insertSession(newSessionRow(id, body, programme, tools.now()))],
          audit: [scoped.entry('session.created', id)],
          answer: { status: 201, body: { id } },
        }));
        return reply.code(201).send(await staffSession(context, (response.body as { id: string }).id));
      },
    }),
    staffOperation({
      ...write,
      ...known,
      method: 'PUT',
      path: '/sessions/{id}',
      id: 'staffEditSession',
      summary: '改一场；时间地点有变，逐一通知里面的人，联系不上的进待电话联系',
      body: SessionEdit,
      example: { ...edit, seen: 1 },
      answers: { 200: { description: '改好了', schema: StaffSessionWire } },
      problems: ['invalid', 'not-found', 'session-cancelled', 'stale', 'idempotency-key-reused'],
      handle: async ({ params, body, ...context }) => {
        const { scoped, tools } = context;
        const row = await scoped.session(params.id);
        if (row.state === 'cancelled') throw new ApiProblem('session-cancelled');
        const faults = sessionFaults(sessionTimesOf(body), { now: tools.now(), isNew: false });
        if (!scoped.covers({ organisation: row.organisation, adcode: body.adcode }))
          faults.push({ pointer: '/adcode', code: 'outside' });
        if (faults.length > 0) throw new ApiProblem('invalid', faults);
        await editSession(context, row, body);
        return staffSession(context, row.id);
      },
    }),
    staffOperation({
      ...write,
      ...known,
      method: 'PUT',
      path: '/sessions/{id}/publication',
      id: 'staffPublishSession',
      summary: '草稿公开：马上、到时间，或先不公开；公开了的不能收回',
      body: PublishSessionRequest,
      example: { seen: null },
      answers: { 200: { description: '现在的样子', schema: StaffSessionWire } },
      problems: ['invalid', 'not-found', 'session-cancelled', 'stale', 'idempotency-key-reused'],
      handle: async ({ params, body, ...context }) => {
        await publishSession(context, params.id, body);
        return staffSession(context, params.id);
      },
    }),
    staffOperation({
      ...write,
      ...known,
      method: 'DELETE',
      path: '/sessions/{id}',
      id: 'staffDeleteSession',
      summary: '删除一场：没有人报过名，也没有人在等它的通知',
      answers: { 204: { description: '删了' } },
      problems: ['not-found', 'session-used', 'idempotency-key-reused'],
      handle: async ({ params, reply, ...context }) => {
        await deleteSession(context, params.id);
        return reply.code(204).send();
      },
    }),
    staffOperation({
      ...write,
      method: 'GET',
      path: '/me/session-filters',
      id: 'staffSessionFilters',
      summary: '自己存的场次筛选',
      answers: { 200: { description: '早存的在前', schema: SessionFiltersWire } },
      handle: sessionFilters,
    }),
    staffOperation({
      ...write,
      method: 'POST',
      path: '/me/session-filters',
      id: 'staffKeepSessionFilter',
      summary: '存一组场次筛选，二十组以内；同名的换成新的',
      body: SessionFilterInput,
      example: { name: '渝中的草稿', query: 'adcode=500103&state=draft' },
      answers: { 200: { description: '存好了；全部', schema: SessionFiltersWire } },
      problems: ['invalid', 'idempotency-key-reused'],
      handle: ({ body, ...context }) => keepSessionFilter(context, body),
    }),
    staffOperation({
      ...write,
      method: 'DELETE',
      path: '/me/session-filters/{id}',
      id: 'staffDropSessionFilter',
      summary: '删一组自己存的场次筛选',
      params: IdParams,
      answers: { 204: { description: '删了' } },
      problems: ['not-found'],
      handle: async ({ params, reply, ...context }) => {
        await dropSessionFilter(context, params.id);
        return reply.code(204).send();
      },
    }),
    staffOperation({
      ...write,
      ...known,
      method: 'POST',
      path: '/sessions/{id}/open',
      id: 'staffOpenSession',
      summary: '现在开始报名；截止了的重新开',
      body: OpenRequest,
      example: {},
      answers: { 200: { description: '开了', schema: StaffSessionWire } },
      problems: ['invalid', 'not-found', 'session-cancelled', 'session-closed'],
      handle: async ({ params, body, ...context }) => {
        await openNow(context, params.id, body.closesAt);
        return staffSession(context, params.id);
      },
    }),
    staffOperation({
      ...write,
      ...known,
      method: 'POST',
      path: '/sessions/{id}/close',
      id: 'staffCloseSession',
      summary: '现在截止报名；已经报上的不变',
      answers: { 200: { description: '截止了', schema: StaffSessionWire } },
      problems: ['not-found', 'session-cancelled'],
      handle: async ({ params, ...context }) => {
        await closeNow(context, params.id);
        return staffSession(context, params.id);
      },
    }),
  ];
}

export const sizeOperations = [
  staffOperation({
    method: 'PUT',
    path: '/sessions/{id}/size',
    id: 'staffResize',
    summary: '改名额：多的马上给候补，少的先说会影响谁',
    may: ['sessions.write'],
    params: IdParams,
    paramExamples: { id: 'demo-event-badminton' },
    body: SizeRequest,
    example: { capacity: 20, waitlistSize: 8, seen: { capacity: 16, waitlistSize: 8 } },
    answers: { 200: { description: 'done 为假时什么都没改：hits 是会失去名额、排回候补最前面的人', schema: SizeWire } },
    problems: ['invalid', 'not-found', 'session-cancelled', 'stale', 'idempotency-key-reused', 'busy'],
    handle: ({ params, body, ...context }) => resize(context, params.id, body),
  }),
];
