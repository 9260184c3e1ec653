import * as v from 'valibot';
import { programmeFaults } from '@yugong/domain/programme';
import { ProgrammeEdit, ProgrammeInput, StaffProgrammeWire } from '@yugong/domain/programme/staff-wire';
import { IdParams } from '@yugong/domain/wire';
import { newId } from '../../crypto/ids';
import { staffIdempotentWrite } from '../../staff/data/idempotent-write';
import { programmesOf, staffProgrammeWire } from '../../staff/data/sessions';
import { newProgrammeRow, programmeColumns } from '../../staff/sessions/input';
import { proofWays } from '../../services/proof-ways';
import { statement } from '../../kernel/store';
import { ApiProblem, StaleProblem } from '../../kernel/problem';
import { staffOperation } from './operation';

const example: v.InferInput<typeof ProgrammeInput> = {
  organisation: 'main',
  adcode: '500103',
  kind: 'event',
  title: '周末羽毛球（示例）',
  summary: '这是一个例子。',
  organiser: '示例工会',
  limitPerPerson: null,
  offerMinutes: 120,
  fields: ['name', 'phone'],
  sex: null,
  age: null,
  consents: ['registration'],
  rules: null,
};

function refuseFaults(tools: Parameters<typeof proofWays>[0], input: ProgrammeInput): void {
  const faults = programmeFaults(input);
  if (input.proof && proofWays(tools).length === 0) faults.push({ pointer: '/proof', code: 'proof-impossible' });
  if (faults.length > 0) throw new ApiProblem('invalid', faults);
}

const read = { method: 'GET', may: ['sessions.read'] } as const;
const write = { may: ['sessions.write'] } as const;

export const programmeOperations = [
  staffOperation({
    ...read,
    path: '/programmes',
    id: 'staffProgrammes',
    summary: '项目',
    answers: {
      200: { description: '自己范围的和全市的', schema: v.object({ programmes: v.array(StaffProgrammeWire) }) },
    },
    handle: async (context) => ({ programmes: await programmesOf(context) }),
  }),
  staffOperation({
    ...read,
    path: '/programmes/{id}',
    id: 'staffProgramme',
    summary: '一个项目',
    params: IdParams,
    paramExamples: { id: 'demo-event' },
    answers: { 200: { description: '项目', schema: StaffProgrammeWire } },
    problems: ['not-found'],
    handle: async ({ params, ...context }) => staffProgrammeWire(context, await context.scoped.programme(params.id)),
  }),
  staffOperation({
    ...write,
    method: 'POST',
    path: '/programmes',
    id: 'staffAddProgramme',
    summary: '新建项目',
    body: ProgrammeInput,
    example,
    answers: { 201: { description: '建好了', schema: StaffProgrammeWire } },
    problems: ['invalid', 'scope-too-wide', 'idempotency-key-reused'],
    handle: async ({ body, reply, ...context }) => {
      const { scoped, tools } = context;
      refuseFaults(tools, body);
      const row = newProgrammeRow(context, newId(tools.now()), body);
      const response = await staffIdempotentWrite(context, body, () => ({
        statements: [scoped.insertProgramme(row)],
        audit: [scoped.entry('programme.created', row.id)],
        answer: { status: 201, body: staffProgrammeWire(context, row) },
      }));
      return reply.code(response.status).send(response.body);
    },
  }),
  staffOperation({
    ...write,
    method: 'PUT',
    path: '/programmes/{id}',
    id: 'staffEditProgramme',
    summary: '改项目；已经有人报名时，要填的信息、同意书和次数上限不能再改',
    params: IdParams,
    paramExamples: { id: 'demo-event' },
    body: ProgrammeEdit,
    example: { ...example, adcode: null, seen: 1 },
    answers: { 200: { description: '改好了', schema: StaffProgrammeWire } },
    problems: ['invalid', 'not-found', 'programme-in-use', 'stale', 'idempotency-key-reused'],
    handle: async ({ params, body: { seen, ...body }, ...context }) => {
      const { scoped, tools } = context;
      refuseFaults(tools, body);
      const row = await scoped.programme(params.id);
      const next = { ...row, ...programmeColumns(body) };
      if (!scoped.covers(row) || !scoped.covers(next)) throw new ApiProblem('not-found');
      const fixed = ['kind', 'fields', 'consents', 'limit_per_person', 'team_min', 'team_max'] as const;
      if (fixed.some((name) => row[name] !== next[name])) {
        const taken = scoped
          .registrations()
          .select('registrations.id')
          .where('registrations.programme_id', '=', row.id);
        if (await taken.limit(1).executeTakeFirst()) throw new ApiProblem('programme-in-use');
      }
      const update = scoped
        .updateProgramme(row.id)
        .set({ ...programmeColumns(body), version: seen + 1 })
        .where('version', '=', seen);
      await staffIdempotentWrite(
        context,
        { seen, ...body },
        () => ({
          statements: [statement(update, 1)],
          audit: [scoped.entry('programme.edited', row.id)],
          answer: { status: 200, body: {} },
        }),
        async () => new StaleProblem((await scoped.programme(row.id)).version),
      );
      return staffProgrammeWire(context, await scoped.programme(row.id));
    },
  }),
];
