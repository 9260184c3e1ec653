import { SizeRequest, SizeWire } from '@yugong/domain/session/staff-wire';
import { IdParams } from '@yugong/domain/wire';
import { resize } from '../../staff/sessions/size';
import { staffOperation } from './operation';

export const sizeOperations = [
  staffOperation({
    method: 'PUT',
    path: '/sessions/{id}/size',
    id: 'staffResize',
    summary: '改名额：多的马上给候补，少的先说会影响谁',
    may: ['sessions.write'],
    params: IdParams,
    paramExamples: { id: 'demo-event-badminton' },
    body: SizeRequest,
    example: { capacity: 20, waitlistSize: 8 },
    answers: { 200: { description: 'done 为假时什么都没改：hits 是会失去名额、排回候补最前面的人', schema: SizeWire } },
    problems: ['invalid', 'not-found', 'session-cancelled', 'stale', 'idempotency-key-reused', 'busy'],
    handle: ({ params, body, ...desk }) => resize(desk, params.id, body),
  }),
];
