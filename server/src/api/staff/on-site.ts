/** Lists of stations for volunteers, their links, and what comes of their checks. */
import {
  OnSiteDecisions,
  OnSiteLinkWire,
  OnSiteListMadeWire,
  OnSiteListRequest,
  OnSiteRevokedWire,
  StaffOnSiteListsWire,
  StaffOnSiteListWire,
} from '@yugong/domain/on-site/staff-wire';
import { PublishedWire } from '@yugong/domain/publication/wire';
import { IdParams } from '@yugong/domain/wire';
import {
  decideChecks,
  linkOfList,
  makeOnSiteList,
  onSiteList,
  onSiteLists,
  photoOfCheck,
  revokeList,
} from '../../staff/data/on-site';
import { staffOperation } from './operation';

const clerk = { may: ['stations'] } as const;

export const staffOnSiteOperations = [
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/on-site-lists',
    id: 'staffOnSiteLists',
    summary: '现场核对的名单',
    answers: { 200: { description: '新的在前', schema: StaffOnSiteListsWire } },
    handle: (context) => onSiteLists(context),
  }),
  staffOperation({
    ...clerk,
    method: 'POST',
    path: '/on-site-lists',
    id: 'staffMakeOnSiteList',
    summary: '为某一天做一份现场核对的名单；链接另外取，只在那一天有效',
    body: OnSiteListRequest,
    example: { title: '示例区 11 月核对', day: '2026-11-30', stations: ['station-example'] },
    answers: { 200: { description: '名单的编号', schema: OnSiteListMadeWire } },
    problems: ['invalid', 'idempotency-key-reused'],
    handle: ({ body, ...context }) => makeOnSiteList(context, body),
  }),
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/on-site-lists/{id}',
    id: 'staffOnSiteList',
    summary: '一份名单和志愿者核对的结果',
    params: IdParams,
    answers: { 200: { description: '先核对的在前', schema: StaffOnSiteListWire } },
    problems: ['not-found'],
    handle: ({ params, ...context }) => onSiteList(context, params.id),
  }),
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/on-site-lists/{id}/link',
    id: 'staffOnSiteLink',
    summary: '名单的签名链接，发给志愿者；谁取过会记下来',
    params: IdParams,
    answers: { 200: { description: '相对这个网站的地址', schema: OnSiteLinkWire } },
    problems: ['not-found', 'link-over'],
    handle: ({ params, ...context }) => linkOfList(context, params.id),
  }),
  staffOperation({
    ...clerk,
    method: 'POST',
    path: '/on-site-lists/{id}/revocation',
    id: 'staffRevokeOnSiteList',
    summary: '停用名单的链接：之后不能再看，也不能再交',
    params: IdParams,
    answers: { 200: { description: '什么时候停用的', schema: OnSiteRevokedWire } },
    problems: ['not-found'],
    handle: ({ params, ...context }) => revokeList(context, params.id),
  }),
  staffOperation({
    ...clerk,
    method: 'POST',
    path: '/on-site-lists/{id}/decisions',
    id: 'staffDecideOnSiteChecks',
    summary: '采纳或不采纳现场核对的结果；采纳的马上发布，不采纳的照片马上删除',
    params: IdParams,
    body: OnSiteDecisions,
    example: { decisions: [{ check: 'example-0001', accept: ['openNow', 'hours'], hours: null, photo: null }] },
    answers: { 200: { description: 'done 为假时什么都没有发布', schema: PublishedWire } },
    problems: ['invalid', 'not-found', 'stale', 'too-large'],
    handle: ({ params, body, ...context }) => decideChecks(context, params.id, body.decisions),
  }),
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/on-site-checks/{id}/photo',
    id: 'staffOnSitePhoto',
    summary: '志愿者在门口拍的照片',
    params: IdParams,
    answers: { 200: { description: '没有拍摄信息的 JPEG', mediaType: 'image/jpeg' } },
    problems: ['not-found'],
    handle: async ({ params, reply, ...context }) =>
      reply.type('image/jpeg').send(await photoOfCheck(context, params.id)),
  }),
];
