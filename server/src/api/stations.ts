/** Stations for phones that have less of them bundled, and what people report of them. */
import * as v from 'valibot';
import { StationPageWire } from '@yugong/content/station-feed';
import { chongqing } from '@yugong/domain/geo';
import { defined } from '@yugong/domain/narrow';
import { FRESH_DAYS } from '@yugong/domain/report';
import { MyReportsWire, StandingsWire, StandingWire } from '@yugong/domain/report/wire';
import { IdParams } from '@yugong/domain/wire';
import type { ContentSource } from '../content';
import { feedOf } from '../stations/feed';
import { myReportsOf } from '../stations/reports';
import { standingsOf } from '../stations/standings';
import { sendTagged } from './answers';
import { operation } from '../kernel/operation';
import { ApiProblem } from '../kernel/problem';

const PAGE_SIZE = 200;
const MAX_PAGE_SIZE = 1000;

const whole = (text: string): boolean => /^\d{1,9}$/.test(text);

/** `west,south,east,north` (RFC 7946, section 5), a rectangle that isn't inside out. */
function isBox(text: string): boolean {
  const numbers = text.split(',').map(Number);
  if (!/^-?[\d.]+(,-?[\d.]+){3}$/.test(text) || !numbers.every(Number.isFinite)) return false;
  const [west, south, east, north] = numbers as [number, number, number, number];
  return (
    west <= east && south <= north && Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90
  );
}

const StationsQuery = v.strictObject({
  since: v.optional(v.pipe(v.string('type'), v.regex(/^[\w-]{1,64}$/, 'value'))),
  adcode: v.optional(v.pipe(v.string('type'), v.regex(/^\d{6}$/, 'value'))),
  bbox: v.optional(v.pipe(v.string('type'), v.check(isBox, 'value'))),
  after: v.optional(v.pipe(v.string('type'), v.check(whole, 'value'))),
  limit: v.optional(
    v.pipe(
      v.string('type'),
      v.check((text) => whole(text) && Number(text) >= 1 && Number(text) <= MAX_PAGE_SIZE, 'value'),
    ),
  ),
});

const StandingsQuery = v.strictObject({
  adcode: v.optional(v.pipe(v.string('type'), v.regex(/^\d{6}$/, 'value'))),
  /** Ids joined by commas, at most 60. */
  ids: v.optional(v.pipe(v.string('type'), v.regex(/^[a-z0-9-]{1,80}(,[a-z0-9-]{1,80}){0,59}$/, 'value'))),
});

export const stationOperations = (content: ContentSource) => [
  operation({
    method: 'GET',
    tag: 'content',
    auth: 'none',
    path: '/api/v1/content/stations',
    id: 'getStations',
    summary: '驿站：全部、一个区县的，或一块地方的，一页一页给',
    query: StationsQuery,
    answers: {
      200: {
        description: `bbox 是 GCJ-02 的 西,南,东,北，例如 ${chongqing.west},${chongqing.south},${chongqing.east},${chongqing.north}；没有坐标的驿站不在任何 bbox 里`,
        schema: StationPageWire,
      },
      304: { description: '没有变' },
    },
    problems: ['invalid'],
    handle: ({ service, request, reply, query }) => {
      const { version, edition, records } = defined(service.content.collection('stations'));
      if (query.since === version) {
        const same = {
          collection: 'stations',
          version,
          edition,
          changed: false,
          total: records.length,
          records: [],
          next: null,
        };
        return sendTagged(request, reply, same, `${version}-same`);
      }
      const [west, south, east, north] = (query.bbox ?? '').split(',').map(Number) as [number, number, number, number];
      const page = feedOf(service.content.dataset().stations).ask({
        adcode: query.adcode,
        box: query.bbox === undefined ? undefined : { west, south, east, north },
        after: Number(query.after ?? 0),
        limit: Number(query.limit ?? PAGE_SIZE),
      });
      const body = {
        collection: 'stations',
        version,
        edition,
        changed: true,
        ...page,
        next: page.next === null ? null : String(page.next),
      };
      return sendTagged(request, reply, body);
    },
  }),
  operation({
    method: 'GET',
    tag: 'stations',
    auth: 'none',
    path: '/api/v1/stations/standings',
    id: 'getStandings',
    summary: '最近有人报告过的驿站，报告合起来说了什么；不带报告人的任何信息',
    query: StandingsQuery,
    answers: { 200: { description: '没有列出的驿站最近没有人报告', schema: StandingsWire } },
    problems: ['invalid'],
    handle: async ({ service, request, reply, query }) => {
      const { stations } = service.content.dataset();
      const stationIds = query.ids?.split(',');
      const inDistrict =
        query.adcode === undefined
          ? null
          : new Set(stations.filter((one) => one.adcode === query.adcode).map(({ id }) => id));
      const standings = await standingsOf(service, stationIds);
      const wanted = inDistrict ? standings.filter(({ stationId }) => inDistrict.has(stationId)) : standings;
      return sendTagged(request, reply, { freshDays: FRESH_DAYS, stations: wanted });
    },
  }),
  operation({
    method: 'GET',
    tag: 'stations',
    auth: 'none',
    path: '/api/v1/stations/{id}',
    id: 'getStation',
    summary: '一个驿站，和最近的报告合起来说了什么',
    params: IdParams,
    // Read only when the description is asked for: checking the content takes its time.
    get paramExamples() {
      return { id: content.dataset().stations[0]?.id ?? 'station-none' };
    },
    answers: {
      200: {
        description: '资料和现状',
        schema: v.object({ station: v.looseObject({ id: v.string() }), standing: StandingWire }),
      },
    },
    problems: ['not-found'],
    handle: async ({ service, request, reply, params }) => {
      const { stations } = service.content.dataset();
      const at = stations.findIndex(({ id }) => id === params.id);
      if (at < 0) throw new ApiProblem('not-found');
      const [station] = feedOf(stations).ask({ after: at, limit: 1 }).records;
      const [standing] = await standingsOf(service, [params.id]);
      const quiet = { stationId: params.id, standing: 'quiet', reports: [], unanswered: null };
      return sendTagged(request, reply, { station, standing: standing ?? quiet });
    },
  }),
  operation({
    method: 'GET',
    tag: 'me',
    auth: 'account',
    path: '/api/v1/me/reports',
    id: 'listMyReports',
    summary: '我报告过的驿站情况，后来怎么样了',
    answers: { 200: { description: '最近的在前', schema: MyReportsWire } },
    problems: ['unauthorized'],
    handle: async ({ service, account }) => ({ reports: await myReportsOf(service, account) }),
  }),
];
