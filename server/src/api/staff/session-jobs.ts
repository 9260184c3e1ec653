/** What takes longer than a request: asked for here, done by the jobs. */
import type { GenericSchema } from 'valibot';
import { sessionListTemplate } from '../../staff/sessions/list';
import { templateOf } from '@yugong/content/lists/template';
import { JobStartedWire, type JobKind } from '@yugong/domain/job/wire';
import { RosterExportRequest } from '@yugong/domain/roster/wire';
import { CancelSessionRequest, SessionImportRequest } from '@yugong/domain/session/staff-wire';
import { IdParams } from '@yugong/domain/wire';
import { staffIdempotentWrite, type StaffRequest } from '../../staff/data/idempotent-write';
import type { StaffContext } from '../../staff/context';
import { queueJob } from '../../staff/jobs/queue';
import { statement, type Statement } from '../../kernel/store';
import { ApiProblem } from '../../kernel/problem';
import { sendFile } from './jobs';
import { FILE_LIMIT, staffOperation } from './operation';

const started = { 202: { description: '已开始，到“任务”里看进度', schema: JobStartedWire as GenericSchema } };

/** Asks for a job once a key, with whatever must be written in the same transaction. */
export async function startJob(
  context: StaffContext & StaffRequest,
  body: unknown,
  {
    kind,
    title,
    input,
    statements = [],
    action,
    subject,
  }: { kind: JobKind; title: string; input: object; statements?: Statement[]; action: string; subject: string | null },
): Promise<{ jobId: string }> {
  const id = { of: '' };
  const response = await staffIdempotentWrite(context, body, () => {
    const job = queueJob(context, kind, title, input);
    id.of = job.id;
    return {
      statements: [...statements, job.statement],
      audit: [context.scoped.entry(action, subject, { job: job.id })],
      answer: { status: 202, body: { jobId: job.id } },
    };
  });
  return response.body as { jobId: string };
}

const known = { params: IdParams, paramExamples: { id: 'demo-event-badminton' } };

export const sessionJobOperations = [
  staffOperation({
    ...known,
    method: 'POST',
    path: '/sessions/{id}/cancel',
    id: 'staffCancelSession',
    summary: '取消一场：马上停止报名，逐一通知里面的人，联系不上的进待电话联系',
    may: ['sessions.write'],
    body: CancelSessionRequest,
    example: { message: '这是一个例子：医院停电，改期另行通知。' },
    answers: started,
    problems: ['invalid', 'not-found', 'session-cancelled', 'idempotency-key-reused'],
    handle: async ({ params, body, reply, ...context }) => {
      const { scoped } = context;
      const row = await scoped.session(params.id);
      // Its own retry finds it cancelled: the notice is the same then.
      if (row.state === 'cancelled' && row.notice !== body.message) throw new ApiProblem('session-cancelled');
      const notice = statement(scoped.updateSession(row.id).set({ notice: body.message }), 1);
      const job = {
        kind: 'cancel-session',
        title: `取消「${row.title}」`,
        input: { sessionId: row.id },
        statements: [notice],
        action: 'session.cancelled',
        subject: row.id,
      } as const;
      const answer = await startJob(context, body, { ...job, statements: [...job.statements] });
      await scoped.submit({ type: 'call-off', key: null, fingerprint: '', sessionId: row.id, staff: scoped.staffId });
      return reply.code(202).send(answer);
    },
  }),
  staffOperation({
    ...known,
    method: 'POST',
    path: '/sessions/{id}/export',
    id: 'staffExportRoster',
    summary: '导出名单：写明用途，哪几项写全要勾选，其余打码',
    may: ['roster'],
    body: RosterExportRequest,
    example: { reason: 'clinic-list', fields: ['name'] },
    answers: started,
    problems: ['invalid', 'not-found', 'idempotency-key-reused'],
    handle: async ({ params, body, reply, ...context }) => {
      const row = await context.scoped.session(params.id);
      const job = {
        kind: 'export-roster',
        title: `导出「${row.title}」的名单`,
        input: { ...body, sessionId: row.id },
        action: 'roster.export-asked',
        subject: row.id,
      } as const;
      return reply.code(202).send(await startJob(context, body, job));
    },
  }),
  staffOperation({
    method: 'POST',
    path: '/sessions/import',
    id: 'staffImportSessions',
    summary: '从表格导入场次；不带 write 只看看；地点、日期、时间都和已有场次一样的不写，除非在 keepAlike 里写明行号',
    may: ['sessions.write'],
    bodyLimit: FILE_LIMIT,
    body: SessionImportRequest,
    example: {
      programmeId: 'demo-event',
      file: { name: '场次.csv', data: Buffer.from('名称,地点,区县,日期,开始,结束,名额\n').toString('base64') },
    },
    answers: started,
    problems: ['invalid', 'not-found', 'idempotency-key-reused'],
    handle: async ({ body, reply, ...context }) => {
      const programme = await context.scoped.programme(body.programmeId);
      const { name, data } = body.file;
      const { write, keepAlike } = body;
      const input = { programmeId: programme.id, name, data, write, keepAlike, job: context.idempotencyKey };
      const job = {
        kind: 'import-sessions',
        title: `${body.write ? '导入' : '检查'} ${name}`,
        input,
        action: 'session.import-asked',
        subject: programme.id,
      } as const;
      return reply.code(202).send(await startJob(context, body, job));
    },
  }),
  staffOperation({
    method: 'GET',
    path: '/sessions/import/template',
    id: 'staffSessionTemplate',
    summary: '导入场次用的空白表',
    may: ['sessions.write'],
    answers: {
      200: { description: 'Excel 表', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
    },
    handle: async ({ reply }) =>
      sendFile(reply, { name: '场次模板.xlsx', data: await templateOf(sessionListTemplate, 'xlsx') }),
  }),
];
