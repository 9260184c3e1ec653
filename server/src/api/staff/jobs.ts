import type { FastifyReply } from 'fastify';
import { JobsWire, JobWire } from '@yugong/domain/job/wire';
import { IdParams } from '@yugong/domain/wire';
import { jobFile, jobOf, jobsOf } from '../../staff/jobs/read';
import { staffOperation } from './operation';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file to keep, under a name in Chinese. */
export const sendFile = (reply: FastifyReply, { name, data }: { name: string; data: Buffer }): FastifyReply =>
  reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .type(name.endsWith('.csv') ? 'text/csv; charset=utf-8' : XLSX)
    .send(data);

const own = { method: 'GET', may: 'any' } as const;

export const jobOperations = [
  staffOperation({
    ...own,
    path: '/jobs',
    id: 'staffJobs',
    summary: '我开的长任务，三十天内的',
    answers: { 200: { description: '新的在前', schema: JobsWire } },
    handle: async (context) => ({ jobs: await jobsOf(context) }),
  }),
  staffOperation({
    ...own,
    path: '/jobs/{id}',
    id: 'staffJob',
    summary: '一个长任务做到哪里了',
    params: IdParams,
    answers: { 200: { description: '任务', schema: JobWire } },
    problems: ['not-found'],
    handle: ({ params, ...context }) => jobOf(context, params.id),
  }),
  staffOperation({
    ...own,
    path: '/jobs/{id}/file',
    id: 'staffJobFile',
    summary: '取任务做好的文件，一天内有效；每次取都有记录',
    params: IdParams,
    answers: { 200: { description: '文件', mediaType: XLSX } },
    problems: ['not-found'],
    handle: async ({ params, reply, ...context }) => sendFile(reply, await jobFile(context as never, params.id)),
  }),
];
