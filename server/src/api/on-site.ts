/** A volunteer's page: a list of stations by a signed link, and what was found at their doors. */
import { OnSiteChecksRequest, OnSiteChecksWire, OnSiteListWire } from '@yugong/domain/on-site/wire';
import { operation } from '../kernel/operation';
import { listOfLink, openList, recordChecks } from '../stations/on-site';

/** A picture in base64 with what is said beside it. */
const BODY_LIMIT = 640 * 1024;

export const onSiteOperations = [
  operation({
    method: 'GET',
    tag: 'stations',
    auth: 'link',
    path: '/api/v1/on-site/list',
    id: 'getOnSiteList',
    summary: '现场核对：签名链接对应的名单，没有任何人的信息',
    answers: { 200: { description: '当天（含）以前可以打开', schema: OnSiteListWire } },
    problems: ['link-invalid', 'link-over', 'too-many-requests'],
    handle: async ({ service, request }) => openList(service, await listOfLink(service, request)),
  }),
  operation({
    method: 'POST',
    tag: 'stations',
    auth: 'link',
    path: '/api/v1/on-site/checks',
    id: 'sendOnSiteChecks',
    summary: '现场核对：交一个或一批核对结果，重发不会重复；工会采纳前什么都不改',
    bodyLimit: BODY_LIMIT,
    body: OnSiteChecksRequest,
    example: {
      sentAt: '2026-11-30T10:00:20+08:00',
      checks: [
        {
          id: 'example-0001',
          stationId: 'station-example',
          at: '2026-11-30T10:00:00+08:00',
          found: 'open',
          position: { lng: 106.5741, lat: 29.5583, accuracy: 12 },
          hours: '周一至周五 9:00-18:00',
          facilities: { present: ['drinking_water'], absent: [] },
          anyoneMayEnter: 'yes',
          photo: null,
        },
      ],
    },
    answers: { 200: { description: '每一个的结果', schema: OnSiteChecksWire } },
    problems: ['link-invalid', 'invalid', 'too-large', 'too-many-requests'],
    handle: async ({ service, request, body }) => ({
      results: await recordChecks(service, await listOfLink(service, request), body),
    }),
  }),
];
