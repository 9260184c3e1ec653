import { AuditFileQuery, AuditQuery, AuditWire } from '@yugong/domain/audit/wire';
import { FiguresFileQuery, FiguresQuery, FiguresWire } from '@yugong/domain/monthly-figures/wire';
import { isoAt } from '@yugong/domain/time';
import { auditPage, auditSheet } from '../../staff/data/audit';
import { figuresOf, figuresSheet } from '../../staff/figures/figures';
import { csvOf, xlsxOf } from '../../staff/roster/sheet';
import { sendFile } from './jobs';
import { staffOperation } from './operation';

const counted = { method: 'GET', may: ['figures'] } as const;

export const figureOperations = [
  staffOperation({
    ...counted,
    path: '/figures',
    id: 'staffFigures',
    summary: '一个月的数字，少于 5 的不显示',
    query: FiguresQuery,
    answers: { 200: { description: '整月、一种项目', schema: FiguresWire } },
    problems: ['invalid'],
    handle: ({ query, ...context }) => figuresOf(context, query.month, query.kind),
  }),
  staffOperation({
    ...counted,
    path: '/figures/file',
    id: 'staffFiguresFile',
    summary: '同样的数字，存成表格',
    query: FiguresFileQuery,
    answers: { 200: { description: 'CSV 或 Excel', mediaType: 'text/csv' } },
    problems: ['invalid'],
    handle: async ({ query, reply, ...context }) => {
      const { month, kind, format, against } = query;
      const { member, scoped, tools } = context;
      await scoped.saw('figures.exported', null, { month, kind, format });
      const sheet = figuresSheet(
        await figuresOf(context, month, kind),
        `${member.name} ${isoAt(tools.now()).slice(0, 16).replace('T', ' ')}`,
        against === undefined ? undefined : await figuresOf(context, against, kind),
      );
      return sendFile(reply, {
        name: `统计-${month}${against === undefined ? '' : `-${against}`}.${format}`,
        data: format === 'csv' ? csvOf(sheet) : await xlsxOf(sheet),
      });
    },
  }),
  staffOperation({
    method: 'GET',
    path: '/audit',
    id: 'staffAudit',
    summary: '谁在什么时候看了、做了什么，为什么',
    may: ['audit'],
    query: AuditQuery,
    answers: { 200: { description: '新的在前；intact 为假说明有人改过记录', schema: AuditWire } },
    problems: ['invalid'],
    handle: ({ query, ...context }) => auditPage(context, query),
  }),
  staffOperation({
    method: 'GET',
    path: '/audit/file',
    id: 'staffAuditFile',
    summary: '同样的记录，一条一句话，存成 CSV，最多 5000 条',
    may: ['audit'],
    query: AuditFileQuery,
    answers: { 200: { description: 'CSV', mediaType: 'text/csv' } },
    problems: ['invalid'],
    handle: async ({ query, reply, ...context }) => {
      const name = `操作记录-${isoAt(context.tools.now()).slice(0, 10)}.csv`;
      return sendFile(reply, { name, data: csvOf(await auditSheet(context, query)) });
    },
  }),
];
