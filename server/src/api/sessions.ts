import { isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { ProgrammeWire } from '@yugong/domain/programme/wire';
import { CalendarQuery, SessionQuery, SessionWire } from '@yugong/domain/session/wire';
import { IdParams } from '@yugong/domain/wire';
import { instantOf } from '@yugong/domain/time';
import { addDays } from '@yugong/domain/calendar';
import type { Service } from '../kernel/context';
import { isLoopback } from '../kernel/address';
import { calendarFeed } from '../services/calendar-feed';
import { programmeWire, quotasLeft, sessionWire } from '../services/sessions';
import { sendTagged, sendVersion } from './answers';
import { operation } from '../kernel/operation';
import { ApiProblem } from '../kernel/problem';

/**
 * Where the calendar's links lead: to the address that the operator has named, else to this machine where it was asked
 * by its own address. Any other `Host` is whatever the asker wrote, and may be kept by a cache for others: then null.
 */
function originOf({ origin }: Service, { host, protocol, socket }: FastifyRequest): string | null {
  if (origin !== null) return origin;
  const { localAddress = '', localPort } = socket;
  const address = localAddress.replace(/^::ffff:/i, '');
  const names = [isIPv6(address) ? `[${address}]` : address, ...(isLoopback(localAddress) ? ['localhost'] : [])];
  return names.some((name) => host === `${name}:${localPort}`) ? `${protocol}://${host}` : null;
}

const list = { method: 'GET', tag: 'sessions', auth: 'none' } as const;

export const sessionOperations = [
  operation({
    ...list,
    path: '/api/v1/programmes',
    id: 'listProgrammes',
    summary: '有哪些项目，各要填什么、同意什么',
    answers: {
      200: { description: '项目', schema: v.object({ programmes: v.array(ProgrammeWire) }) },
      304: { description: '没有变' },
    },
    problems: ['unavailable'],
    handle: async ({ service, request, reply }) => {
      const rows = await service.store.read.selectFrom('programmes').selectAll().orderBy('id').execute();
      return sendTagged(request, reply, { programmes: rows.map((row) => programmeWire(service, row)) });
    },
  }),
  operation({
    ...list,
    path: '/api/v1/sessions',
    id: 'listSessions',
    summary: '场次，带余位和状态；默认只列还没结束的',
    query: SessionQuery,
    answers: {
      200: { description: '场次，早的在前', schema: v.object({ sessions: v.array(SessionWire) }) },
      304: { description: '没有变' },
    },
    problems: ['invalid', 'unavailable'],
    handle: async ({ service, request, reply, query: { kind, programme, adcode, from, to, limit } }) => {
      const now = service.now();
      let rows = service.store.read
        .selectFrom('sessions')
        .selectAll()
        .where('public_from', '<=', now)
        .where('ends_at', '>', from ? instantOf(from) : now)
        .orderBy('starts_at')
        .orderBy('id')
        .limit(Number(limit ?? 500));
      if (kind) rows = rows.where('kind', '=', kind);
      if (programme) rows = rows.where('programme_id', '=', programme);
      if (adcode) rows = rows.where('adcode', '=', adcode);
      if (to) rows = rows.where('starts_at', '<', instantOf(addDays(to, 1)));
      const [found, left] = await Promise.all([rows.execute(), quotasLeft(service)]);
      const sessions = found.map((row) => sessionWire(row, now, left(row)));
      return sendTagged(request, reply, { sessions });
    },
  }),
  operation({
    ...list,
    path: '/api/v1/sessions/{id}',
    id: 'getSession',
    summary: '一场，结束了的也有',
    params: IdParams,
    paramExamples: { id: 'demo-screening-1' },
    answers: { 200: { description: '场次', schema: SessionWire }, 304: { description: '没有变' } },
    problems: ['not-found', 'invalid', 'unavailable'],
    handle: async ({ service, request, reply, params }) => {
      const sessions = service.store.read.selectFrom('sessions').selectAll();
      const found = await sessions
        .where('id', '=', params.id)
        .where('public_from', '<=', service.now())
        .executeTakeFirst();
      if (!found) throw new ApiProblem('not-found');
      const left = await quotasLeft(service);
      return sendTagged(request, reply, sessionWire(found, service.now(), left(found)));
    },
  }),
  operation({
    method: 'GET',
    tag: 'calendar',
    auth: 'none',
    path: '/api/v1/calendar.ics',
    id: 'getCalendar',
    summary: '日历订阅（RFC 5545），可按类别、项目、区县、日期和还能不能报名筛选；kind=holiday 只要放假和调休',
    query: CalendarQuery,
    answers: { 200: { description: '日历', mediaType: 'text/calendar' }, 304: { description: '没有变' } },
    problems: ['invalid', 'unavailable'],
    handle: async ({ service, request, reply, query }) => {
      const { version, text } = await calendarFeed(service, query, originOf(service, request));
      return sendVersion(request, reply, { version, mediaType: 'text/calendar; charset=utf-8', make: text });
    },
  }),
];
