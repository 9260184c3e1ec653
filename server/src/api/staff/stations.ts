import { template } from '@yugong/content/station-list/template';
import { templateOf } from '@yugong/content/lists/template';
import { dayAt } from '@yugong/domain/calendar';
import { JobStartedWire } from '@yugong/domain/job/wire';
import { PublishedWire } from '@yugong/domain/publication/wire';
import {
  ReportGroupsWire,
  ReportMove,
  ReportMovedWire,
  ReportsAnswer,
  ReportsAnsweredWire,
  ReportsQuery,
} from '@yugong/domain/report/staff-wire';
import { Text } from '@yugong/domain/text';
import { Day, IdParams } from '@yugong/domain/wire';
import { FileInput } from '@yugong/domain/wire/staff';
import * as v from 'valibot';
import { publishPuts } from '../../staff/data/content';
import { answerReports, moveReportInScope, reportGroups } from '../../staff/data/reports';
import { recordVersion } from '../../content';
import { ApiProblem, StaleProblem } from '../../kernel/problem';
import { sendFile } from './jobs';
import { FILE_LIMIT, staffOperation } from './operation';
import { startJob } from './session-jobs';

const clerk = { may: ['stations'] } as const;
const started = { 202: { description: '已开始，到“任务”里看进度', schema: JobStartedWire } };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `seen`: the day of the last verification when this one was noted; null where there was none. */
const VerifyRequest = v.strictObject({ date: Day, by: Text(60), seen: v.nullable(Day) });
const StationImportRequest = v.strictObject({
  file: FileInput,
  write: v.optional(v.boolean('type'), false),
  skipBad: v.optional(v.boolean('type'), false),
});

export const staffStationOperations = [
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/station-reports',
    id: 'staffReports',
    summary: '驿站反馈，一个驿站一组；没有反馈人的任何信息',
    query: ReportsQuery,
    answers: { 200: { description: '刚有人说过的在前', schema: ReportGroupsWire } },
    problems: ['invalid'],
    handle: async ({ query, ...context }) => {
      await context.tools.content.refresh();
      return { stations: await reportGroups(context, { show: query.show ?? 'open', adcode: query.adcode }) };
    },
  }),
  staffOperation({
    ...clerk,
    method: 'PUT',
    path: '/station-reports/{id}',
    id: 'staffMoveReport',
    summary: '核实、修好或不采纳一条反馈，回复本人',
    params: IdParams,
    body: ReportMove,
    example: { to: 'confirmed', reply: '这是一个例子：去看过了，明天修。', seen: 'received' },
    answers: { 200: { description: '现在的状态', schema: ReportMovedWire } },
    problems: ['invalid', 'not-found', 'stale'],
    handle: async ({ params, body, ...context }) => ({
      id: params.id,
      state: await moveReportInScope(context, params.id, body),
    }),
  }),
  staffOperation({
    ...clerk,
    method: 'PUT',
    path: '/station-reports',
    id: 'staffAnswerReports',
    summary: '一次答复多条反馈：同一个驿站的，或同一部手机的；要么都办，要么都不办',
    body: ReportsAnswer,
    example: { ids: ['0'.repeat(26)], to: 'declined', reply: '这是一个例子：去看过了，一直开着。', seen: {} },
    answers: { 200: { description: '现在是这个状态的有几条', schema: ReportsAnsweredWire } },
    problems: ['invalid', 'not-found', 'stale'],
    handle: async ({ body, ...context }) => ({ state: body.to, count: await answerReports(context, body) }),
  }),
  staffOperation({
    ...clerk,
    method: 'PUT',
    path: '/stations/{id}/verification',
    id: 'staffVerifyStation',
    summary: '记下谁在哪一天到驿站核实过',
    params: IdParams,
    body: VerifyRequest,
    example: { date: '2026-11-01', by: '示例区总工会', seen: null },
    answers: { 200: { description: '应用不用更新就看得到', schema: PublishedWire } },
    problems: ['invalid', 'not-found', 'stale', 'too-large'],
    handle: async ({ params, body, ...context }) => {
      const { scoped, tools } = context;
      await tools.content.refresh();
      const station = tools.content.dataset().stations.find(({ id }) => id === params.id);
      if (!station || !(await scoped.ownsStation())(station)) throw new ApiProblem('not-found');
      if (body.date > dayAt(tools.now())) throw new ApiProblem('invalid', [{ pointer: '/date', code: 'future' }]);
      const last = station.verifiedAt ?? null;
      if (last !== body.seen) throw new StaleProblem(last);
      const record = { ...station, verifiedAt: body.date, verifiedBy: body.by };
      const seen = new Map([[station.id, recordVersion(station)]]);
      return publishPuts(context, [{ collection: 'stations', records: [record], seen }], `核实「${station.title}」`);
    },
  }),
  staffOperation({
    ...clerk,
    method: 'POST',
    path: '/stations/import',
    id: 'staffImportStations',
    summary: '从表格导入驿站，和命令行一样的检查；不带 write 只看看',
    bodyLimit: FILE_LIMIT,
    body: StationImportRequest,
    example: { file: { name: '驿站.csv', data: Buffer.from('名称,类型,区县\n').toString('base64') } },
    answers: started,
    problems: ['invalid', 'idempotency-key-reused'],
    handle: async ({ body, reply, ...context }) => {
      const { name, data } = body.file;
      const input = { name, data, write: body.write, skipBad: body.skipBad };
      const job = {
        kind: 'import-stations',
        title: `${body.write ? '导入' : '检查'} ${name}`,
        input,
        action: 'station.import-asked',
        subject: null,
      } as const;
      return reply.code(202).send(await startJob(context, body, job));
    },
  }),
  staffOperation({
    ...clerk,
    method: 'POST',
    path: '/stations/export',
    id: 'staffExportStations',
    summary: '导出驿站，格式和导入的一样',
    answers: started,
    problems: ['idempotency-key-reused'],
    handle: async ({ reply, ...context }) => {
      const job = {
        kind: 'export-stations',
        title: '导出驿站',
        input: {},
        action: 'station.export-asked',
        subject: null,
      } as const;
      return reply.code(202).send(await startJob(context, null, job));
    },
  }),
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/stations/import/template',
    id: 'staffStationTemplate',
    summary: '导入驿站用的空白表',
    answers: { 200: { description: 'Excel 表', mediaType: XLSX } },
    handle: async ({ reply }) => sendFile(reply, { name: '驿站模板.xlsx', data: await templateOf(template, 'xlsx') }),
  }),
];
