import * as v from 'valibot';
import releases from '@yugong/content/releases.json';
import { ReleaseWire } from '@yugong/domain/release/wire';
import { reportKinds, ReportRequest } from '@yugong/domain/report/wire';
import { noNames } from '@yugong/content/feed';
import { FEED_SCHEMA, FeedWire } from '@yugong/domain/publication/feed';
import { PictureParams } from '@yugong/domain/picture/staff-wire';
import { IdParams } from '@yugong/domain/wire';
import { isoAt } from '@yugong/domain/time';
import { newId } from '../crypto/ids';
import { reportExample } from '../demo/examples';
import { audit } from '../services/accounts';
import { tooManyReports, whileFewReports } from '../services/daily-limits';
import { publishedPicture, type ContentSource } from '../content';
import { statement } from '../kernel/store';
import { sendTagged } from './answers';
import { idempotentWrite } from '../kernel/idempotent-write';
import { operation } from '../kernel/operation';
import { ApiProblem } from '../kernel/problem';
import { limitNewcomers } from './mount';

const CollectionParams = v.strictObject({ collection: v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/)) });
const ContentQuery = v.strictObject({ since: v.optional(v.pipe(v.string('type'), v.regex(/^[\w-]{1,64}$/, 'value'))) });

/** What a content hash names never changes: whoever has it needn't ask again. */
const YEAR_SECONDS = 31_536_000;

/** The newest release stands last, and is the service's own. */
const [version = '', whatIsNew = []] = Object.entries<string[]>(releases).slice(-1)[0] ?? [];
const release: ReleaseWire = { version, whatIsNew };

export const contentOperations = (content: ContentSource) => [
  operation({
    method: 'GET',
    tag: 'content',
    auth: 'none',
    path: '/api/v1/content/{collection}',
    id: 'getContent',
    summary: '比应用自带的更新的内容',
    params: CollectionParams,
    paramExamples: { collection: 'stations' },
    query: ContentQuery,
    answers: {
      200: { description: '整个集合；since 是现在的版本时为空', schema: FeedWire },
      304: { description: '没有变' },
    },
    problems: ['not-found', 'invalid'],
    handle: ({ service, request, reply, params, query }) => {
      const found = service.content.collection(params.collection);
      if (!found) throw new ApiProblem('not-found');
      const { version, edition } = found;
      if (query.since !== version)
        return sendTagged(request, reply.type('application/json; charset=utf-8'), found.body());
      const { collection } = params;
      const same = { collection, schema: FEED_SCHEMA, version, edition, changed: false, records: [], names: noNames };
      return sendTagged(request, reply, same, `${version}-same`);
    },
  }),
  // A phone that has fetched a newer app asks what it brings: the app that runs was written before it.
  operation({
    method: 'GET',
    tag: 'content',
    auth: 'none',
    path: '/api/v1/release',
    id: 'getRelease',
    summary: '服务是哪一版，这一版更新了什么',
    answers: { 200: { description: '版本和更新内容，最多两句', schema: ReleaseWire }, 304: { description: '没有变' } },
    problems: [],
    handle: ({ request, reply }) => sendTagged(request, reply, release),
  }),
  operation({
    method: 'GET',
    tag: 'content',
    auth: 'none',
    path: '/api/v1/pictures/{id}',
    id: 'getPicture',
    summary: '已发布内容里的一张图片；下架以后就没有了',
    params: PictureParams,
    answers: { 200: { description: '图片，同一个编号永远是同一张', mediaType: 'image/jpeg' } },
    problems: ['not-found'],
    handle: async ({ service, reply, params }) => {
      const file = await publishedPicture(service, params.id);
      if (!file) throw new ApiProblem('not-found');
      return reply.header('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`).type('image/jpeg').send(file);
    },
  }),
  operation({
    method: 'POST',
    tag: 'stations',
    auth: 'account',
    path: '/api/v1/stations/{id}/reports',
    id: 'reportStation',
    summary: '告诉工会驿站的情况：开着、锁着、没水、搬了、信息不对',
    params: IdParams,
    // Read only when the description is asked for: checking the content takes its time.
    get paramExamples() {
      return { id: content.dataset().stations[0]?.id ?? 'station-none' };
    },
    body: ReportRequest,
    example: reportExample,
    answers: {
      201: {
        description: '收到',
        schema: v.object({ id: v.string(), kind: v.picklist(reportKinds), createdAt: v.string() }),
      },
    },
    problems: [
      'unauthorized',
      'not-found',
      'invalid',
      'idempotency-key-reused',
      'too-many-reports',
      'too-many-requests',
    ],
    handle: async (context) => {
      const { service, request, account, body, params, reply } = context;
      if (!service.content.dataset().stations.some(({ id }) => id === params.id)) throw new ApiProblem('not-found');
      await limitNewcomers(service, request, account);
      const at = service.now();
      const id = newId(at);
      const row = {
        id,
        station_id: params.id,
        account_id: account.id,
        kind: body.kind,
        sealed: body.note === undefined ? null : account.seal(body.note, `report|${id}`),
        state: 'received' as const,
        reply: null,
        created_at: at,
        updated_at: at,
      };
      const response = await idempotentWrite(
        context,
        body,
        () => ({
          statements: [
            ...whileFewReports(service, account),
            statement(service.store.read.insertInto('station_reports').values(row)),
          ],
          audit: [audit(account.id, 'station.reported', { station: params.id, kind: body.kind })],
          answer: { status: 201, body: { id, kind: body.kind, createdAt: isoAt(at) } },
        }),
        { onConflict: tooManyReports },
      );
      return reply.code(response.status).send(response.body);
    },
  }),
];
