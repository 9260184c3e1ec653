import * as v from 'valibot';
import { HolidaysRequest } from '@yugong/domain/holiday/staff-wire';
import {
  DraftRequest,
  DraftWire,
  EditedCollection,
  EditedRecordsWire,
  PublishedWire,
  PublishRequest,
  RecordEdit,
  RecordPublication,
  RecordPublishedWire,
  VersionsWire,
} from '@yugong/domain/publication/wire';
import { WireId, IdParams } from '@yugong/domain/wire';
import { isoAt } from '@yugong/domain/time';
import { draftWire, headingOf, putsOf } from '../../staff/content/draft';
import { recordVersion } from '../../content';
import {
  faultsWith,
  foreignRecords,
  publishPuts,
  publishRecord,
  undoVersion,
  versionsOf,
} from '../../staff/data/content';
import { changeDraft, draftChange, draftRow, draftRows, saveDraft } from '../../staff/data/drafts';
import { FIRST_ORGANISATION } from '../../staff/data/scoped';
import type { StaffContext } from '../../staff/context';
import { ApiProblem } from '../../kernel/problem';
import { staffOperation } from './operation';

const editor = { may: ['content'] } as const;
const PUBLISHED = 'done 为假时什么都没有发布，faults 说哪里不合格；preview 为真时只看会改什么';
const NEWSLETTER_LIMIT = 2 * 1024 * 1024;
const DraftsWire = v.object({
  drafts: v.array(
    v.object({
      id: v.string(),
      heading: v.nullable(v.string()),
      createdAt: v.string(),
      publishedVersion: v.nullable(v.number()),
    }),
  ),
});
const EditedParams = v.strictObject({ collection: EditedCollection });
const VersionParams = v.strictObject({ version: v.pipe(v.string(), v.regex(/^\d{1,9}$/)) });

const entryExample = {
  id: 'news-2026-11-14-example',
  title: '某区总工会开班（示例）',
  publishedAt: '2026-11-20',
  happenedOn: '2026-11-14',
  paragraphs: ['这是一个例子：某区总工会开班。'],
  figures: [],
  source: { title: '重庆工会通讯（示例）', publisher: '重庆工会通讯', published: '2026-11-20', kind: 'newsletter' },
  confidence: 'high',
};

const hotlineExample = {
  id: 'hotline-12351',
  title: '工会职工维权服务热线',
  asOf: '2026-11',
  source: { title: '热线公告（示例）', publisher: '某市总工会', published: '2026-11-20', kind: 'official' },
  confidence: 'high',
  number: '12351',
  scope: '有事想问、要法律援助，都可以打给工会。',
  dialling: '在重庆拨023-12351。',
  hours: '周一至周五 9:00-17:00（示例）',
  note: null,
};

/** Content is everybody's: who works for some districts only doesn't change it for all. */
async function forAll({ scoped, tools }: StaffContext): Promise<void> {
  if (scoped.scope.districts !== null) throw new ApiProblem('staff-forbidden');
  await tools.content.refresh();
}

/** Public holidays, the law and the rules of a screening are no union's own: who works for all publishes them, or the first union. */
async function forEveryUnion(context: StaffContext): Promise<void> {
  const { organisation } = context.scoped.scope;
  if (organisation !== null && organisation !== FIRST_ORGANISATION) throw new ApiProblem('staff-forbidden');
  await forAll(context);
}

export const staffContentOperations = [
  staffOperation({
    ...editor,
    method: 'POST',
    path: '/content/drafts',
    id: 'staffDraft',
    summary: '贴一期通讯，读成草稿',
    bodyLimit: NEWSLETTER_LIMIT,
    body: DraftRequest,
    example: { text: '# 重庆工会通讯（示例）\n## 一周动态\n◆11月14日，某区总工会开班。\n', issueDate: '2026-11-20' },
    answers: { 201: { description: '草稿、要看一眼的地方、和现在的差别', schema: DraftWire } },
    problems: ['invalid'],
    handle: async ({ body, reply, ...context }) => {
      await forAll(context);
      const heading = await headingOf(context, body.text, body.issueDate);
      const row = await saveDraft(context, { heading, issue_date: body.issueDate, text: body.text });
      return reply.code(201).send(await draftWire(context, row));
    },
  }),
  staffOperation({
    ...editor,
    method: 'GET',
    path: '/content/drafts',
    id: 'staffDrafts',
    summary: '贴过的通讯',
    answers: { 200: { description: '新的在前', schema: DraftsWire } },
    handle: async (context) => {
      await forAll(context);
      const rows = await draftRows(context);
      return {
        drafts: rows.map(({ id, heading, created_at, published_version }) => ({
          id,
          heading,
          createdAt: isoAt(created_at),
          publishedVersion: published_version,
        })),
      };
    },
  }),
  staffOperation({
    ...editor,
    method: 'GET',
    path: '/content/drafts/{id}',
    id: 'staffDraftRead',
    summary: '一份草稿，和现在的内容对着看',
    params: IdParams,
    answers: { 200: { description: '草稿', schema: DraftWire } },
    problems: ['not-found'],
    handle: async ({ params, ...context }) => {
      await forAll(context);
      return draftWire(context, await draftRow(context, params.id));
    },
  }),
  staffOperation({
    ...editor,
    method: 'PUT',
    path: '/content/drafts/{id}/entries/{entry}',
    id: 'staffEditEntry',
    summary: '改草稿里的一条；不合格的不收，说清哪里',
    params: v.strictObject({ id: WireId, entry: v.pipe(v.string(), v.regex(/^(cases|news|events)-\d{1,6}$/)) }),
    body: RecordEdit,
    example: { record: entryExample },
    answers: { 200: { description: '改好的草稿', schema: DraftWire } },
    problems: ['invalid', 'not-found', 'stale'],
    handle: async ({ params, body, ...context }) => {
      await forAll(context);
      const row = await draftRow(context, params.id);
      const entry = (await draftWire(context, row)).entries.find(({ id }) => id === params.entry);
      if (!entry) throw new ApiProblem('not-found');
      const [foreign] = await foreignRecords(context, { collection: entry.kind, records: [body.record] });
      if (foreign !== undefined) throw new ApiProblem('invalid', [{ pointer: '/record/id', code: 'outside' }]);
      const faults = faultsWith(context, { collection: entry.kind, records: [body.record] }).filter(
        ({ id }) => id === body.record.id,
      );
      if (faults.length > 0)
        throw new ApiProblem(
          'invalid',
          faults.map(({ path }) => ({ pointer: `/record/${path.join('/')}`, code: 'value' })),
        );
      const edits = { ...(JSON.parse(row.edits) as object), [params.entry]: body.record };
      return draftWire(context, await changeDraft(context, row, { edits: JSON.stringify(edits) }));
    },
  }),
  staffOperation({
    ...editor,
    method: 'POST',
    path: '/content/drafts/{id}/publish',
    id: 'staffPublish',
    summary: '发布草稿里选中的几条；应用不用更新就看得到',
    params: IdParams,
    body: PublishRequest,
    example: { entries: ['news-3'], seen: { 'news-3': null } },
    answers: { 200: { description: 'done 为假时什么都没有发布，faults 说哪里不合格', schema: PublishedWire } },
    problems: ['invalid', 'not-found', 'stale', 'too-large'],
    handle: async ({ params, body, ...context }) => {
      await forAll(context);
      const row = await draftRow(context, params.id);
      const draft = await draftWire(context, row);
      const chosen = draft.entries.filter(({ id }) => body.entries.includes(id));
      if (chosen.length !== new Set(body.entries).size) throw new ApiProblem('not-found');
      const note = `《${draft.heading ?? '通讯'}》${chosen.length} 条`;
      return publishPuts(context, putsOf(chosen, body.seen), note, (published_version) => ({
        statements: [draftChange(context, row, { published_version })],
      }));
    },
  }),
  staffOperation({
    ...editor,
    method: 'POST',
    path: '/content/holidays',
    id: 'staffPublishHolidays',
    summary: '按国务院办公厅的通知发布一年的放假安排；那一年已经有的，整年替换',
    body: HolidaysRequest,
    example: {
      year: 2099,
      notice: '关于2099年部分节假日安排的通知（示例）',
      url: 'https://www.gov.cn/zhengce/',
      published: '2026-11-01',
      days: [{ date: '2099-01-01', name: '元旦', off: true }],
    },
    answers: { 200: { description: PUBLISHED, schema: RecordPublishedWire } },
    problems: ['invalid', 'stale', 'too-large'],
    handle: async ({ body, ...context }) => {
      await forEveryUnion(context);
      const { year, notice, url, published, days, preview } = body;
      const record = {
        id: `holidays-${year}`,
        title: `${year}年放假与调休`,
        asOf: String(year),
        publishedAt: published,
        source: { title: notice, publisher: '国务院办公厅', url, published, kind: 'official' },
        confidence: 'high',
        year,
        days: [...days].sort((a, b) => a.date.localeCompare(b.date)),
      };
      return publishRecord(context, { collection: 'holidays', record, preview, note: record.title });
    },
  }),
  staffOperation({
    ...editor,
    method: 'GET',
    path: '/content/records/{collection}',
    id: 'staffRecords',
    summary: '现在发布着的法律条目、筛查规则、放假安排等，供修改',
    params: EditedParams,
    answers: { 200: { description: '每条带版本，改的时候用 seen 带回', schema: EditedRecordsWire } },
    handle: async ({ params, ...context }) => {
      await forAll(context);
      const records: readonly { id: string }[] = context.tools.content.dataset()[params.collection];
      return { records: records.map((record) => ({ version: recordVersion(record) ?? '', record })) };
    },
  }),
  staffOperation({
    ...editor,
    method: 'PUT',
    path: '/content/records/{collection}',
    id: 'staffPublishRecord',
    summary: '改一条并发布，或先看会改什么；应用不用更新就看得到',
    params: EditedParams,
    body: RecordPublication,
    example: { record: hotlineExample, seen: 'AAAA', preview: true },
    answers: { 200: { description: PUBLISHED, schema: RecordPublishedWire } },
    problems: ['invalid', 'not-found', 'stale', 'too-large'],
    handle: async ({ params, body, ...context }) => {
      await forEveryUnion(context);
      const { record, seen, preview } = body;
      const known: readonly { id: string; title: string }[] = context.tools.content.dataset()[params.collection];
      const current = known.find(({ id }) => id === record.id);
      // A new record has links and an order that a form can't make; it comes with a release.
      if (!current) throw new ApiProblem('not-found');
      return publishRecord(context, {
        collection: params.collection,
        record,
        seen,
        preview,
        note: `改“${current.title}”`,
      });
    },
  }),
  staffOperation({
    ...editor,
    method: 'GET',
    path: '/content/versions',
    id: 'staffVersions',
    summary: '发布过的版本',
    answers: { 200: { description: '新的在前', schema: VersionsWire } },
    handle: async (context) => {
      await forAll(context);
      return { versions: await versionsOf(context) };
    },
  }),
  staffOperation({
    ...editor,
    method: 'POST',
    path: '/content/versions/{version}/undo',
    id: 'staffUndo',
    summary: '撤回一个版本，回到它之前；之后又发布过的不能撤',
    params: VersionParams,
    answers: { 200: { description: '撤回也是一个版本', schema: PublishedWire } },
    problems: ['not-found', 'stale', 'too-large'],
    handle: async ({ params, ...context }) => {
      await forAll(context);
      return undoVersion(context, Number(params.version));
    },
  }),
];
