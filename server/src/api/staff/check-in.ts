import { CheckInsRequest, CheckInsWire, DoorWire, WalkInRequest } from '@yugong/domain/check-in/wire';
import { IdParams } from '@yugong/domain/wire';
import { admitWalkIn, recordCheckIns } from '../../staff/check-in/check-ins';
import { offlineList } from '../../staff/check-in/offline-list';
import { staffOperation } from './operation';

const checkIn = { may: ['check-in'], params: IdParams, paramExamples: { id: 'demo-event-badminton' } } as const;

export const checkInOperations = [
  staffOperation({
    ...checkIn,
    method: 'GET',
    path: '/sessions/{id}/door',
    id: 'staffDoor',
    summary: '带到门口的名单：没有网络也能验凭证，打码，最多用一天',
    answers: { 200: { description: 'passDigest 是凭证文字的 SHA-256（base64url）', schema: DoorWire } },
    problems: ['not-found', 'door-closed', 'session-cancelled'],
    handle: ({ params, request, ...context }) => offlineList(context, params.id, request.log),
  }),
  staffOperation({
    ...checkIn,
    method: 'POST',
    path: '/sessions/{id}/check-ins',
    id: 'staffCheckIn',
    summary: '签到，一个或一批；断网时记下的，联网后一起发，重发不会重复',
    body: CheckInsRequest,
    example: {
      device: '一号门',
      sentAt: '2026-11-25T09:00:05+08:00',
      checkIns: [
        {
          id: 'example-0001',
          at: '2026-11-25T09:00:00+08:00',
          how: 'scan',
          code: 'YG1.00000000000000000000000000.0000000000000000',
        },
      ],
    },
    answers: { 200: { description: '每一个的结果，和现在到了多少', schema: CheckInsWire } },
    problems: ['invalid', 'not-found', 'busy'],
    handle: ({ params, body, ...context }) => recordCheckIns(context, params.id, body),
  }),
  staffOperation({
    ...checkIn,
    method: 'POST',
    path: '/sessions/{id}/walk-ins',
    id: 'staffWalkIn',
    summary: '候补的人到了现场：有空位，或开始后有人没来，就给名额并签到',
    body: WalkInRequest,
    example: { device: '一号门', id: 'example-0001', registrationId: '00000000000000000000000000' },
    answers: { 200: { description: '和签到一样的结果', schema: CheckInsWire } },
    problems: [
      'invalid',
      'not-found',
      'not-active',
      'check-in-early',
      'session-full',
      'quota-full',
      'session-closed',
      'session-cancelled',
      'busy',
    ],
    handle: ({ params, body, ...context }) => admitWalkIn(context, params.id, body),
  }),
];
