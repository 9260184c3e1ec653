import * as v from 'valibot';
import { VersionParams } from '@yugong/domain/publication/staff-wire';
import {
  DraftRequest,
  DraftWire,
  PublishedWire,
  PublishRequest,
  RecordEdit,
  UndoneWire,
  UndoRequest,
  VersionsWire,
} from '@yugong/domain/publication/wire';
import { WireId, IdParams } from '@yugong/domain/wire';
import { isoAt } from '@yugong/domain/time';
import { draftWire, headingOf, putsOf } from '../../staff/content/draft';
import { faultsWith, foreignRecords, publishPuts } from '../../staff/data/content';
import { changeDraft, draftChange, draftRow, draftRows, saveDraft } from '../../staff/data/drafts';
import { undoVersion, versionsOf } from '../../staff/data/records';
import { mustBeEditor } from '../../staff/content/editors';
import { ApiProblem, StaleProblem } from '../../kernel/problem';
import { staffOperation } from './operation';

const editor = { may: ['content'] } as const;
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

/** Why an entry that was published before isn't published again. */
const rewordedWire = ({ record }: { record: { id: string } }) => ({
  record: record.id,
  field: '',
  message: '发布以后有人改过这一条，草稿不再覆盖它。要改请到已发布的内容里改',
});

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
      await mustBeEditor(context);
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
      await mustBeEditor(context);
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
      await mustBeEditor(context);
      return draftWire(context, await draftRow(context, params.id));
    },
  }),
  staffOperation({
    ...editor,
    method: 'PUT',
    path: '/content/drafts/{id}/entries/{entry}',
    id: 'staffEditEntry',
    summary: '改草稿里的一条；不合格的不收，说清哪里',
    params: v.strictObject({
      id: WireId,
      entry: v.pipe(v.string(), v.regex(/^(cases|news|events)-\d{1,6}(?:-\d{1,3})?$/)),
    }),
    body: RecordEdit,
    example: { record: entryExample, seen: 'AAAA' },
    answers: { 200: { description: '改好的草稿', schema: DraftWire } },
    problems: ['invalid', 'not-found', 'stale'],
    handle: async ({ params, body, ...context }) => {
      await mustBeEditor(context);
      const row = await draftRow(context, params.id);
      const draft = await draftWire(context, row);
      const entry = draft.entries.find(({ id }) => id === params.entry);
      if (!entry) throw new ApiProblem('not-found');
      if (entry.recordVersion !== body.seen) throw new StaleProblem(entry.recordVersion);
      const [foreign] = await foreignRecords(context, { collection: entry.kind, records: [body.record] });
      if (foreign !== undefined) throw new ApiProblem('invalid', [{ pointer: '/record/id', code: 'outside' }]);
      // An event links to its news, which this draft may be the first to publish: its other entries count as there.
      const others = draft.entries.filter(({ id }) => id !== params.entry);
      const faults = faultsWith(context, [
        ...putsOf(others, {}),
        { collection: entry.kind, records: [body.record] },
      ]).filter(({ id }) => id === body.record.id);
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
      await mustBeEditor(context);
      const row = await draftRow(context, params.id);
      const draft = await draftWire(context, row);
      const chosen = draft.entries.filter(({ id }) => body.entries.includes(id));
      if (chosen.length !== new Set(body.entries).size) throw new ApiProblem('not-found');
      const reworded = chosen.filter((entry) => entry.reworded);
      if (reworded.length > 0) return { done: false, version: null, faults: reworded.map(rewordedWire) };
      const before: Record<string, string> = JSON.parse(row.published);
      const published = JSON.stringify({
        ...before,
        ...Object.fromEntries(chosen.map(({ id, recordVersion }) => [id, recordVersion])),
      });
      const note = `《${draft.heading ?? '通讯'}》${chosen.length} 条`;
      return publishPuts(context, putsOf(chosen, body.seen), note, (published_version) => ({
        statements: [draftChange(context, row, { published_version, published })],
      }));
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
      await mustBeEditor(context);
      return { versions: await versionsOf(context) };
    },
  }),
  staffOperation({
    ...editor,
    method: 'POST',
    path: '/content/versions/{version}/undo',
    id: 'staffUndo',
    summary: '撤回一个版本：后来没人动过的回到它之前，动过的先问；preview 只看会改什么',
    params: VersionParams,
    body: UndoRequest,
    example: { preview: true },
    answers: {
      200: { description: '撤回也是一个版本；changes 里有 conflicts 还没定的，什么都没有撤', schema: UndoneWire },
    },
    problems: ['invalid', 'not-found', 'stale', 'too-large'],
    handle: async ({ params, body, ...context }) => {
      await mustBeEditor(context);
      return undoVersion(context, Number(params.version), body);
    },
  }),
];
