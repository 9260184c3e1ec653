import { CalendarQuery } from '@yugong/domain/session/wire';
import { operation } from '../kernel/operation';
import { calendarFeed } from '../services/calendar-feed';
import { sendVersion } from './answers';

export const calendarOperations = [
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
      const { version, text } = await calendarFeed(service, query, `${request.protocol}://${request.host}`);
      return sendVersion(request, reply, { version, mediaType: 'text/calendar; charset=utf-8', make: text });
    },
  }),
];
