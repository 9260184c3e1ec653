/** Stations one at a time: listed, written by a form, taken down, brought back from their history. */
import { readTypedHours } from '@yugong/domain/opening-hours/typed';
import {
  RecordHistoryWire,
  RecordPublishedWire,
  RecordRestore,
  RecordTakeDown,
  RecordId,
  VersionParams,
} from '@yugong/domain/publication/staff-wire';
import { UndoneWire, UndoRequest, VersionsWire } from '@yugong/domain/publication/wire';
import {
  HoursQuery,
  HoursSaidWire,
  StaffStationsWire,
  StaffStationWire,
  StationPublication,
  StationPublishedWire,
  StationsQuery,
} from '@yugong/domain/station/staff-wire';
import * as v from 'valibot';
import { historyOfRecord, restoreRecord, takeDownRecord, undoVersion } from '../../staff/data/records';
import {
  mustBeOwnStationVersion,
  openStation,
  ownStation,
  ownStations,
  ownStationVersions,
  publishStation,
} from '../../staff/data/stations';
import { ApiProblem } from '../../kernel/problem';
import { staffOperation } from './operation';

const clerk = { may: ['stations'] } as const;
const PUBLISHED = 'done 为假时什么都没有发布，faults 说哪里不合格；preview 为真时只看会改什么';
const StationParams = v.strictObject({ id: RecordId });

const formExample = {
  title: '某路工会驿站（示例）',
  aliases: [],
  kind: 'union_station',
  adcode: '500103',
  street: null,
  address: '某路 1 号',
  floor: null,
  position: null,
  hours: '周一至周五 9:00-18:00',
  hoursChecked: true,
  hoursNote: null,
  entry: ['door'],
  access: null,
  anyoneMayEnter: 'yes',
  facilities: ['drinking_water', 'seating'],
  phone: null,
  note: null,
};

export const staffStationRecordOperations = [
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/stations',
    id: 'staffStations',
    summary: '本工会的驿站，供修改',
    query: StationsQuery,
    answers: { 200: { description: '一页', schema: StaffStationsWire } },
    problems: ['invalid'],
    handle: async ({ query, ...context }) => {
      await context.tools.content.refresh();
      return ownStations(context, query);
    },
  }),
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/stations/hours',
    id: 'staffReadHours',
    summary: '把写的开放时间读一遍，说出读懂了什么',
    query: HoursQuery,
    answers: { 200: { description: '读不懂时 fault 说为什么、应该怎么写', schema: HoursSaidWire } },
    problems: ['invalid'],
    handle: ({ query }) => {
      const { said, notes, fault } = readTypedHours(query.text);
      return { hours: said, notes: [...notes], fault };
    },
  }),
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/stations/versions',
    id: 'staffStationVersions',
    summary: '自己发布过的驿站改动，包括导入',
    answers: { 200: { description: '新的在前', schema: VersionsWire } },
    handle: async (context) => ({ versions: await ownStationVersions(context) }),
  }),
  staffOperation({
    ...clerk,
    method: 'POST',
    path: '/stations/versions/{version}/undo',
    id: 'staffUndoStations',
    summary: '撤回自己的一次导入或改动：后来没人动过的回到之前，动过的先问；preview 只看会改什么',
    params: VersionParams,
    body: UndoRequest,
    example: { preview: true },
    answers: {
      200: { description: '撤回也是一个版本；changes 里有 conflicts 还没定的，什么都没有撤', schema: UndoneWire },
    },
    problems: ['invalid', 'not-found', 'stale', 'too-large'],
    handle: async ({ params, body, ...context }) => {
      const version = Number(params.version);
      await mustBeOwnStationVersion(context, version);
      await context.tools.content.refresh();
      return undoVersion(context, version, body);
    },
  }),
  staffOperation({
    ...clerk,
    method: 'PUT',
    path: '/stations',
    id: 'staffPublishStation',
    summary: '新增或修改一个驿站并发布，或先看会改什么；应用不用更新就看得到',
    body: StationPublication,
    example: { id: null, form: formExample, seen: null, preview: true },
    answers: { 200: { description: PUBLISHED, schema: StationPublishedWire } },
    problems: ['invalid', 'not-found', 'stale', 'too-large'],
    handle: ({ body, ...context }) => publishStation(context, body),
  }),
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/stations/{id}',
    id: 'staffStation',
    summary: '一个驿站，按表单的样子',
    params: StationParams,
    answers: { 200: { description: '改的时候用 seen 带回版本', schema: StaffStationWire } },
    problems: ['not-found'],
    handle: ({ params, ...context }) => openStation(context, params.id),
  }),
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/stations/{id}/mini-code',
    id: 'staffStationMiniCode',
    summary: '一个驿站页面的小程序码，印在门牌上',
    params: StationParams,
    answers: { 200: { description: '1280 像素的图', mediaType: 'image/jpeg' } },
    problems: ['not-found', 'wechat-not-configured', 'wechat-busy', 'wechat-unavailable'],
    handle: async ({ params: { id }, reply, ...context }) => {
      await ownStation(context, id);
      const { pageCode } = context.tools.wechat;
      if (pageCode === null) throw new ApiProblem('wechat-not-configured');
      const image = await pageCode(`features/stations/pages/detail/index?id=${id}`);
      return reply.type('image/jpeg').send(Buffer.from(image));
    },
  }),
  staffOperation({
    ...clerk,
    method: 'POST',
    path: '/stations/{id}/take-down',
    id: 'staffTakeDownStation',
    summary: '下架一个驿站；手机上的列表、搜索和收藏里也不再有',
    params: StationParams,
    body: RecordTakeDown,
    example: { seen: 'AAAA' },
    answers: { 200: { description: PUBLISHED, schema: RecordPublishedWire } },
    problems: ['invalid', 'not-found', 'stale', 'too-large'],
    handle: async ({ params: { id }, body, ...context }) => {
      await ownStation(context, id);
      return takeDownRecord(context, { collection: 'stations', id, seen: body.seen });
    },
  }),
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/stations/{id}/history',
    id: 'staffStationHistory',
    summary: '一个驿站发布过的每个版本，和前一版差在哪里',
    params: StationParams,
    answers: { 200: { description: '新的在前', schema: RecordHistoryWire } },
    problems: ['not-found'],
    handle: async ({ params: { id }, ...context }) => {
      await ownStation(context, id);
      return historyOfRecord(context, 'stations', id);
    },
  }),
  staffOperation({
    ...clerk,
    method: 'POST',
    path: '/stations/{id}/restore',
    id: 'staffRestoreStation',
    summary: '恢复一个驿站的旧版本，不管后来发布过什么',
    params: StationParams,
    body: RecordRestore,
    example: { revision: 0, seen: 'AAAA', preview: true },
    answers: { 200: { description: PUBLISHED, schema: RecordPublishedWire } },
    problems: ['invalid', 'not-found', 'stale', 'too-large'],
    handle: async ({ params: { id }, body, ...context }) => {
      await ownStation(context, id);
      return restoreRecord(context, { collection: 'stations', id, ...body });
    },
  }),
];
