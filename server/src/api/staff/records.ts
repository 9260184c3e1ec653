/** Single records of the content: written, corrected and taken down by a form, and brought back from their history. */
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { HolidaysRequest } from '@yugong/domain/holiday/staff-wire';
import {
  EditedCollection,
  EditedRecordsWire,
  GrowingCollection,
  isGrowing,
  RecordHistoryWire,
  RecordPlanEdit,
  RecordPlanRequest,
  RecordPlanSaved,
  RecordPlansWire,
  RecordId,
  RecordPublication,
  RecordPublishedWire,
  RecordRestore,
  RecordTakeDown,
} from '@yugong/domain/publication/staff-wire';
import { unionCollections } from '@yugong/domain/publication/feed';
import { dayAt } from '@yugong/domain/calendar';
import { IdParams } from '@yugong/domain/wire';
import { mustBeEditor, mustEditRules } from '../../staff/content/editors';
import type { StaffContext } from '../../staff/context';
import { faultsWith, faultWire, foreignRecords } from '../../staff/data/content';
import { pictureFaults } from '../../staff/data/pictures';
import { deletePlan, planDeletion, planRow, planWires, savePlan, takeDownStatements } from '../../staff/data/plans';
import {
  currentRecord,
  editedRecords,
  historyOfRecord,
  publishRecord,
  restoreRecord,
  takeDownRecord,
} from '../../staff/data/records';
import { ApiProblem, StaleProblem } from '../../kernel/problem';
import { staffOperation } from './operation';

const editor = { may: ['content'] } as const;
const PUBLISHED = 'done 为假时什么都没有发布，faults 说哪里不合格；preview 为真时只看会改什么';
const CollectionParams = v.strictObject({ collection: EditedCollection });
const RecordParams = v.strictObject({ collection: EditedCollection, record: RecordId });
const GoneParams = v.strictObject({ collection: GrowingCollection, record: RecordId });

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

const newsExample = {
  id: '',
  title: '某区总工会开班（示例）',
  publishedAt: '2026-11-20',
  happenedOn: '2026-11-14',
  paragraphs: ['这是一个例子：某区总工会开班。'],
  figures: [],
  source: { title: '开班（示例）', publisher: '某区总工会', published: '2026-11-20', kind: 'official' },
  confidence: 'high',
};

/** A union publishes its own cases, news and events; what is everybody's is the first union's to publish. */
async function mayEdit(context: StaffContext, collection: EditedCollection): Promise<void> {
  if (unionCollections.some((one) => one === collection)) await mustBeEditor(context);
  else await mustEditRules(context);
}

/** What ids of a collection's records begin with. */
const ID_FRONTS: Record<GrowingCollection, string> = {
  cases: 'case',
  news: 'news',
  events: 'event',
  hotlines: 'hotline',
  'legal-places': 'place',
  'law-facts': 'law',
};

/** A new record's id: what it is and of which day, and what nothing else has. */
const newRecordId = (collection: GrowingCollection, now: number): string =>
  `${ID_FRONTS[collection]}-${dayAt(now)}-${randomBytes(4).toString('hex')}`;

/** The record with an id: its own, or a new one where it is new and its collection takes new ones. */
function withId(
  { tools }: StaffContext,
  collection: EditedCollection,
  record: { id: string },
  seen: string | null,
): { id: string } {
  if (seen !== null || !isGrowing(collection)) return record;
  return record.id === '' ? { ...record, id: newRecordId(collection, tools.now()) } : record;
}

const titleOf = (record: object): string => ('title' in record && typeof record.title === 'string' ? record.title : '');

const instant = (at: string | null): number | null => (at === null ? null : Date.parse(at));

export const staffRecordOperations = [
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
      await mustEditRules(context);
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
    summary: '现在发布着的案例、动态、活动、法律条目、筛查规则等，供修改',
    params: CollectionParams,
    answers: { 200: { description: '每条带版本，改的时候用 seen 带回', schema: EditedRecordsWire } },
    handle: async ({ params, ...context }) => {
      await mustBeEditor(context);
      return editedRecords(context, params.collection);
    },
  }),
  staffOperation({
    ...editor,
    method: 'PUT',
    path: '/content/records/{collection}',
    id: 'staffPublishRecord',
    summary: '写一条或改一条并发布，或先看会改什么；应用不用更新就看得到',
    params: CollectionParams,
    body: RecordPublication,
    example: { record: hotlineExample, seen: 'AAAA', preview: true },
    answers: { 200: { description: PUBLISHED, schema: RecordPublishedWire } },
    problems: ['invalid', 'not-found', 'stale', 'too-large'],
    handle: async ({ params: { collection }, body, ...context }) => {
      await mayEdit(context, collection);
      const { seen, preview, expiresAt } = body;
      const record = withId(context, collection, body.record, seen);
      const current = currentRecord(context, collection, record.id);
      if (!current && (seen !== null || !isGrowing(collection))) throw new ApiProblem('not-found');
      const plan = body.plan === undefined ? null : await planRow(context, body.plan);
      const at = expiresAt === undefined ? undefined : instant(expiresAt);
      if (typeof at === 'number' && at <= context.tools.now())
        throw new ApiProblem('invalid', [{ pointer: '/expiresAt', code: 'value' }]);
      return publishRecord(context, {
        collection,
        record,
        seen,
        preview,
        note: current ? `改“${current.title}”` : `新增“${titleOf(record)}”`,
        beside: () => ({
          statements: [
            ...(plan ? [planDeletion(context, plan)] : []),
            ...(at === undefined ? [] : takeDownStatements(context, { collection, id: record.id, at })),
          ],
        }),
      });
    },
  }),
  staffOperation({
    ...editor,
    method: 'POST',
    path: '/content/records/{collection}/{record}/take-down',
    id: 'staffTakeDownRecord',
    summary: '马上下架一条；指向它的链接一起去掉，手机上的列表、搜索和收藏里也不再有',
    params: GoneParams,
    body: RecordTakeDown,
    example: { seen: 'AAAA' },
    answers: { 200: { description: PUBLISHED, schema: RecordPublishedWire } },
    problems: ['invalid', 'not-found', 'stale', 'too-large'],
    handle: async ({ params: { collection, record: id }, body, ...context }) => {
      await mayEdit(context, collection);
      return takeDownRecord(context, {
        collection,
        id,
        seen: body.seen,
        beside: () => ({ statements: takeDownStatements(context, { collection, id, at: null }) }),
      });
    },
  }),
  staffOperation({
    ...editor,
    method: 'GET',
    path: '/content/records/{collection}/{record}/history',
    id: 'staffRecordHistory',
    summary: '一条内容发布过的每个版本，和前一版差在哪里',
    params: RecordParams,
    answers: { 200: { description: '新的在前', schema: RecordHistoryWire } },
    problems: ['not-found'],
    handle: async ({ params: { collection, record }, ...context }) => {
      await mayEdit(context, collection);
      return historyOfRecord(context, collection, record);
    },
  }),
  staffOperation({
    ...editor,
    method: 'POST',
    path: '/content/records/{collection}/{record}/restore',
    id: 'staffRestoreRecord',
    summary: '恢复一条内容的旧版本，不管后来发布过什么；下架了的也能恢复',
    params: RecordParams,
    body: RecordRestore,
    example: { revision: 0, seen: 'AAAA', preview: true },
    answers: { 200: { description: PUBLISHED, schema: RecordPublishedWire } },
    problems: ['invalid', 'not-found', 'stale', 'too-large'],
    handle: async ({ params: { collection, record: id }, body, ...context }) => {
      await mayEdit(context, collection);
      return restoreRecord(context, { collection, id, ...body });
    },
  }),
  staffOperation({
    ...editor,
    method: 'GET',
    path: '/content/plans',
    id: 'staffRecordPlans',
    summary: '草稿，和定了时间要发布或下架的内容',
    answers: { 200: { description: '没能按时发布的在前', schema: RecordPlansWire } },
    handle: async (context) => {
      await mustBeEditor(context);
      return { plans: await planWires(context) };
    },
  }),
  ...(['POST', 'PUT'] as const).map((method) =>
    staffOperation({
      ...editor,
      method,
      path: method === 'POST' ? '/content/plans' : '/content/plans/{id}',
      id: method === 'POST' ? 'staffPlanRecord' : 'staffEditPlan',
      summary: '存一条草稿，或定好时间发布、下架',
      params: method === 'POST' ? v.strictObject({}) : IdParams,
      body: method === 'POST' ? RecordPlanRequest : RecordPlanEdit,
      example: {
        collection: 'news',
        record: newsExample,
        seen: null,
        publishAt: null,
        expiresAt: null,
        ...(method === 'POST' ? {} : { seenPlan: 1 }),
      },
      answers: { 200: { description: 'plan 为空时没有保存，faults 说哪里到时不能发布', schema: RecordPlanSaved } },
      problems: ['invalid', 'not-found', 'stale'],
      handle: async ({ params, body, ...context }) => {
        const { collection, seen } = body;
        await mayEdit(context, collection);
        const before = 'id' in params && typeof params.id === 'string' ? await planRow(context, params.id) : null;
        if (before && 'seenPlan' in body && body.seenPlan !== before.version) throw new StaleProblem(before.version);
        const record = withId(context, collection, body.record, seen);
        const put = { collection, records: [record] };
        const [foreign] = await foreignRecords(context, put);
        if (foreign !== undefined) throw new ApiProblem('invalid', [{ pointer: '/record/id', code: 'outside' }]);
        const [publishAt, expiresAt] = [instant(body.publishAt), instant(body.expiresAt)];
        const from = publishAt ?? context.tools.now();
        if (publishAt !== null && publishAt <= context.tools.now())
          throw new ApiProblem('invalid', [{ pointer: '/publishAt', code: 'value' }]);
        if (expiresAt !== null && expiresAt <= from)
          throw new ApiProblem('invalid', [{ pointer: '/expiresAt', code: 'value' }]);
        // A draft may be unfinished; what publishes itself may not.
        const faults =
          publishAt === null
            ? []
            : [...faultsWith(context, [put], publishAt).map(faultWire), ...(await pictureFaults(context, [put]))];
        if (faults.length > 0) return { plan: null, faults };
        const input = {
          collection,
          record_id: record.id,
          record: JSON.stringify(record),
          seen,
          publish_at: publishAt,
          expires_at: expiresAt,
        };
        return { plan: await savePlan(context, input, before), faults: [] };
      },
    }),
  ),
  staffOperation({
    ...editor,
    method: 'DELETE',
    path: '/content/plans/{id}',
    id: 'staffDropPlan',
    summary: '不要一条草稿，或取消定好的发布、下架',
    params: IdParams,
    answers: { 204: { description: '没有了' } },
    problems: ['not-found', 'stale'],
    handle: async ({ params, reply, ...context }) => {
      await mustBeEditor(context);
      await deletePlan(context, await planRow(context, params.id));
      return reply.code(204).send();
    },
  }),
];
