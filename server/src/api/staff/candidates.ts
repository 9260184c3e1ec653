/** What geocoders and volunteers say of stations: listed, accepted, moved or rejected. */
import { JobStartedWire } from '@yugong/domain/job/wire';
import { PublishedWire } from '@yugong/domain/publication/wire';
import {
  CandidateDecision,
  CandidatesAcceptance,
  CandidatesQuery,
  GeocodeRequest,
  StaffCandidatesWire,
} from '@yugong/domain/station-candidate/staff-wire';
import { IdParams } from '@yugong/domain/wire';
import { acceptCandidates, decideCandidate, ownCandidates } from '../../staff/data/candidates';
import { staffOperation } from './operation';
import { startJob } from './session-jobs';

const clerk = { may: ['stations'] } as const;
const PUBLISHED = '采用的马上发布；done 为假时什么都没有改，faults 说为什么';

export const staffCandidateOperations = [
  staffOperation({
    ...clerk,
    method: 'GET',
    path: '/station-candidates',
    id: 'staffStationCandidates',
    summary: '驿站的待定信息：按地址查到的位置、志愿者到现场看到的情况',
    query: CandidatesQuery,
    answers: { 200: { description: '一页，没有疑问的在前', schema: StaffCandidatesWire } },
    problems: ['invalid'],
    handle: async ({ query, ...context }) => {
      await context.tools.content.refresh();
      return ownCandidates(context, query);
    },
  }),
  staffOperation({
    ...clerk,
    method: 'PUT',
    path: '/station-candidates',
    id: 'staffAcceptCandidates',
    summary: '一次采用多条没有疑问的；要么都采用，要么都不采用',
    body: CandidatesAcceptance,
    example: { ids: ['0'.repeat(26)], seen: {} },
    answers: { 200: { description: PUBLISHED, schema: PublishedWire } },
    problems: ['invalid', 'not-found', 'stale', 'too-large'],
    handle: ({ body, ...context }) => acceptCandidates(context, body),
  }),
  staffOperation({
    ...clerk,
    method: 'PUT',
    path: '/station-candidates/{id}',
    id: 'staffDecideCandidate',
    summary: '采用、改了位置再采用，或者不采用一条',
    params: IdParams,
    body: CandidateDecision,
    example: { decision: 'reject', seen: null },
    answers: { 200: { description: PUBLISHED, schema: PublishedWire } },
    problems: ['invalid', 'not-found', 'stale', 'too-large'],
    handle: ({ params, body, ...context }) => decideCandidate(context, params.id, body),
  }),
  staffOperation({
    ...clerk,
    method: 'POST',
    path: '/station-candidates/geocode',
    id: 'staffGeocodeStations',
    summary: '按地址查没有位置的驿站，查到的先待定；查过的不再查，当天额度用完就停',
    body: GeocodeRequest,
    example: { adcode: null },
    answers: { 202: { description: '已开始，到“任务”里看进度', schema: JobStartedWire } },
    problems: ['invalid', 'idempotency-key-reused'],
    handle: async ({ body, reply, ...context }) => {
      const job = {
        kind: 'geocode-stations',
        title: '按地址查驿站位置',
        input: { adcode: body.adcode },
        action: 'station.geocode-asked',
        subject: null,
      } as const;
      return reply.code(202).send(await startJob(context, body, job));
    },
  }),
];
