import { revealPerson } from '@yugong/domain/person';
import {
  AddRequest,
  AddWire,
  AdmitRequest,
  AttendRequest,
  CancelledSeveralWire,
  CancelSeveralRequest,
  CheckedRequest,
  CorrectRequest,
  MessagedSeveralWire,
  MessageSeveralRequest,
  NoShowsWire,
  OfferRequest,
  PeopleRequest,
  PeopleWire,
  ShownPeopleRequest,
  ShownPeopleWire,
  RevealRequest,
  RevealWire,
  RosterRequest,
  RosterWire,
  StaffCancelQuery,
  StaffMoveRequest,
  StatusWire,
} from '@yugong/domain/roster/wire';
import { contactPhoneOf } from '@yugong/domain/registration';
import { may } from '@yugong/domain/staff-account';
import { IdParams } from '@yugong/domain/wire';
import { mustBeOpenFor } from '../../staff/check-in/check-ins';
import { removeCheckIn } from '../../staff/data/check-ins';
import { peopleOf } from '../../staff/data/people';
import {
  addByHand,
  admitFor,
  answerOffer,
  attendTo,
  cancelFor,
  correctFor,
  markChecked,
  markNoShows,
  moveFor,
} from '../../staff/roster/changes';
import { cancelSeveral, messageSeveral } from '../../staff/roster/several';
import { findPeople, findShownPeople, roster } from '../../staff/roster/list';
import { ApiProblem } from '../../kernel/problem';
import { staffOperation } from './operation';

const clerk = { may: ['roster'] } as const;
const session = { params: IdParams, paramExamples: { id: 'demo-event-badminton' } };
const status = { 200: { description: '现在的状态', schema: StatusWire } };
const refused = ['not-found', 'not-active', 'idempotency-key-reused', 'stale', 'busy'] as const;

export const rosterOperations = [
  staffOperation({
    ...session,
    method: 'POST',
    path: '/sessions/{id}/roster',
    id: 'staffRoster',
    summary: '名单，打码；按看得到的找：姓、姓名，或号码末四位。只管签到的，只看到姓和手机末四位',
    may: ['roster', 'check-in'],
    body: RosterRequest,
    example: { q: '演示', page: 1, size: 50 },
    answers: { 200: { description: '先报的在前', schema: RosterWire } },
    problems: ['invalid', 'not-found'],
    handle: ({ params, body, request, member, ...context }) => {
      const view = may(member.roles, 'roster') ? 'roster' : 'entrance';
      return roster(context, params.id, body, { view, log: request.log });
    },
  }),
  staffOperation({
    ...clerk,
    ...session,
    method: 'POST',
    path: '/sessions/{id}/registrations',
    id: 'staffAddRegistration',
    summary: '替没有手机的人报名；按队报名的，填队长和队员',
    body: AddRequest,
    example: { person: { name: '演示人', phone: '19900000009' }, agreed: true },
    moreExamples: [
      { person: { name: '演示队长', phone: '19900000009' }, team: { members: ['演示甲', '演示乙'] }, agreed: true },
    ],
    answers: {
      201: { description: '报上了或排进候补', schema: AddWire },
      200: { description: '这个人已经报过这一场', schema: AddWire },
    },
    problems: [
      'invalid',
      'not-found',
      'session-full',
      'quota-full',
      'session-closed',
      'session-cancelled',
      'limit-reached',
      'idempotency-key-reused',
      'busy',
    ],
    handle: async ({ params, body, reply, ...context }) => {
      const added = await addByHand(context, params.id, body);
      return reply.code(added.result === 'exists' ? 200 : 201).send(added);
    },
  }),
  staffOperation({
    ...clerk,
    ...session,
    method: 'POST',
    path: '/sessions/{id}/no-shows',
    id: 'staffNoShows',
    summary: '把没有签到的都记成没有来；开始以后才能记',
    answers: { 200: { description: '记了几个', schema: NoShowsWire } },
    problems: ['not-found', 'not-started', 'busy'],
    handle: async ({ params, ...context }) => ({ marked: await markNoShows(context, params.id) }),
  }),
  staffOperation({
    ...clerk,
    method: 'PUT',
    path: '/registrations/{id}/checked',
    id: 'staffMarkChecked',
    summary: '有提示的报名（同一设备、身份证号相近）核对无误，取消提示；要写原因，会留下记录',
    params: IdParams,
    body: CheckedRequest,
    example: { reason: '电话核对，母女同报', seen: ['same-device'] },
    answers: { 204: { description: '提示已取消' } },
    problems: ['invalid', 'not-found', 'stale'],
    handle: async ({ params, body, reply, ...context }) => {
      await markChecked(context, params.id, body);
      return reply.code(204).send();
    },
  }),
  staffOperation({
    ...clerk,
    method: 'POST',
    path: '/registrations/reveal',
    id: 'staffReveal',
    summary: '看几个人的完整信息，只看选了的几项；一个原因，每人一条记录',
    body: RevealRequest,
    example: { ids: ['00000000000000000000000000'], fields: ['phone'], reason: 'call' },
    answers: { 200: { description: '选了的几项完整，其余打码', schema: RevealWire } },
    problems: ['invalid', 'not-found'],
    handle: async ({ body, request, ...context }) => {
      const { scoped } = context;
      const { ids, fields, reason, note } = body;
      if (reason === 'other' && note === undefined)
        throw new ApiProblem('invalid', [{ pointer: '/note', code: 'required' }]);
      const rows = await scoped.registrations().selectAll().where('registrations.id', 'in', ids).execute();
      if (rows.length !== new Set(ids).size) throw new ApiProblem('not-found');
      // Written down before anything is shown, one line a person.
      await scoped.write(
        [],
        rows.map((row) =>
          scoped.entry('person.revealed', row.id, {
            session: row.session_id,
            reason,
            fields: fields.join(' '),
            note: note ?? null,
          }),
        ),
      );
      const people = await peopleOf(context, rows, request.log);
      return {
        people: rows.flatMap((row) => {
          const { person, family = null } = people.get(row.id) ?? {};
          if (!person) return [];
          const contactPhone = fields.includes('phone') ? contactPhoneOf(person, family) : null;
          return [{ registrationId: row.id, ...revealPerson(person, fields), contactPhone }];
        }),
      };
    },
  }),
  staffOperation({
    ...clerk,
    method: 'PUT',
    path: '/registrations/{id}/session',
    id: 'staffMove',
    summary: '改到同一项目的另一场；本人打开应用能看到消息',
    params: IdParams,
    body: StaffMoveRequest,
    example: { sessionId: 'demo-event-lecture', seen: 'demo-event-badminton' },
    answers: status,
    problems: [
      'invalid',
      ...refused,
      'session-full',
      'quota-full',
      'session-closed',
      'session-cancelled',
      'already-registered',
      'other-programme',
    ],
    handle: ({ params, body, ...context }) => moveFor(context, params.id, body),
  }),
  staffOperation({
    method: 'PUT',
    path: '/registrations/{id}/attendance',
    id: 'staffAttend',
    summary: '记到没到；记错了改回 booked',
    may: ['roster', 'check-in'],
    params: IdParams,
    body: AttendRequest,
    example: { to: 'booked', seen: 'booked' },
    answers: status,
    problems: ['invalid', ...refused, 'check-in-early', 'not-started'],
    handle: async ({ params, body, ...context }) => {
      if (body.to === 'checked-in' || body.to === 'fulfilled') await mustBeOpenFor(context, params.id);
      const now = await attendTo(context, params.id, body);
      if (body.to === 'booked' || body.to === 'noshow')
        await context.scoped.write([removeCheckIn(context.scoped, params.id)]);
      return now;
    },
  }),
  staffOperation({
    ...clerk,
    method: 'DELETE',
    path: '/registrations/{id}',
    id: 'staffCancelRegistration',
    summary: '替人取消，名额给候补的第一位；工会取消的，本人打开应用能看到消息',
    params: IdParams,
    query: StaffCancelQuery,
    answers: status,
    problems: ['invalid', ...refused],
    handle: ({ params, query, ...context }) => cancelFor(context, params.id, query.onBehalf !== undefined),
  }),
  staffOperation({
    ...clerk,
    ...session,
    method: 'POST',
    path: '/sessions/{id}/cancellations',
    id: 'staffCancelSeveral',
    summary: '替几个人取消，写一个原因，本人打开应用能看到；逐个说明成没成，重发只补没做的',
    body: CancelSeveralRequest,
    example: { ids: ['00000000000000000000000000'], reason: '这是一个例子：场地维修，请改报别的场次。' },
    answers: { 200: { description: 'problem 为空的已取消', schema: CancelledSeveralWire } },
    problems: ['invalid', 'not-found'],
    handle: ({ params, body, ...context }) => cancelSeveral(context, params.id, body),
  }),
  staffOperation({
    ...clerk,
    ...session,
    method: 'POST',
    path: '/sessions/{id}/messages',
    id: 'staffMessageSeveral',
    summary: '给几个人发一条消息：进应用的消息里；微信只提醒有消息，不带内容，也不用掉最后一次订阅；不发短信',
    body: MessageSeveralRequest,
    example: { ids: ['00000000000000000000000000'], text: '这是一个例子：请从东门进，带身份证。' },
    answers: { 200: { description: '逐个说明本人在哪里能看到', schema: MessagedSeveralWire } },
    problems: ['invalid', 'not-found', 'idempotency-key-reused'],
    handle: ({ params, body, ...context }) => messageSeveral(context, params.id, body),
  }),
  staffOperation({
    ...clerk,
    method: 'PUT',
    path: '/registrations/{id}/offer',
    id: 'staffAnswerOffer',
    summary: '为候补保留的名额：替本人确认或放弃；消息没送达的，再等或给下一位',
    params: IdParams,
    body: OfferRequest,
    example: { decision: 'accept', seen: null },
    answers: status,
    problems: [
      'invalid',
      ...refused,
      'session-full',
      'session-closed',
      'session-cancelled',
      'offer-not-due',
      'nobody-waiting',
    ],
    handle: ({ params, body, ...context }) => answerOffer(context, params.id, body),
  }),
  staffOperation({
    ...clerk,
    method: 'PUT',
    path: '/registrations/{id}/seat',
    id: 'staffAdmit',
    summary: '给候补的人名额：直接确认，或请本人确认；没有空名额时可加一个',
    params: IdParams,
    body: AdmitRequest,
    example: { as: 'booked', addSeat: true, seen: null },
    answers: status,
    problems: ['invalid', ...refused, 'session-full', 'quota-full', 'session-closed', 'session-cancelled'],
    handle: ({ params, body, ...context }) => admitFor(context, params.id, body),
  }),
  staffOperation({
    ...clerk,
    method: 'PUT',
    path: '/registrations/{id}/person',
    id: 'staffCorrectPerson',
    summary: '更正写错的姓名或号码；原来的加密留在记录里',
    params: IdParams,
    body: CorrectRequest,
    example: { person: { name: '演示人' }, seen: 'AAAA' },
    answers: status,
    problems: ['invalid', ...refused, 'person-registered', 'limit-reached'],
    handle: ({ params, body, ...context }) => correctFor(context, params.id, body),
  }),
  staffOperation({
    ...clerk,
    method: 'POST',
    path: '/people',
    id: 'staffPeople',
    summary: '按完整的手机号或身份证号找一个人的报名；要选原因，找到谁都会留下记录',
    body: PeopleRequest,
    example: { phone: '19900000009', reason: 'call' },
    answers: { 200: { description: '在自己范围里的，打码', schema: PeopleWire } },
    problems: ['invalid', 'too-many-requests'],
    handle: ({ body, request, ...context }) => findPeople(context, body, request.log),
  }),
  staffOperation({
    ...clerk,
    method: 'POST',
    path: '/people/shown',
    id: 'staffShownPeople',
    summary: '按姓和号码末四位找人，近三十天和以后的场次；只比看得见的',
    body: ShownPeopleRequest,
    example: { q: '演 0009' },
    answers: { 200: { description: '打码，新报名的在前', schema: ShownPeopleWire } },
    problems: ['invalid'],
    handle: ({ body, request, ...context }) => findShownPeople(context, body.q, request.log),
  }),
];
