import * as v from 'valibot';
import { fitAnswer } from '../../server/src/kernel/answer-schema';
import { operation } from '../../server/src/kernel/operation';
import { allOperations } from '../../server/src/api';
import { mount } from '../../server/src/api/mount';
import fastify from 'fastify';
import { startService, type TestService } from './support/service';

const Person = v.object({ id: v.string(), list: v.array(v.object({ name: v.string() })) });
const answers = { 200: { description: '', schema: Person } };

describe('an answer held against its schema', () => {
  it('goes out as it is where it says what its schema names', () => {
    const body = { id: 'a', list: [{ name: 'b' }] };
    expect(fitAnswer(answers, 200, body)).toEqual({ body, fault: null });
  });

  it.each([
    ['an account', { id: 'a', accountId: 'x', list: [] }, 'accountId'],
    [
      'an engine’s key deep in a list',
      { id: 'a', list: [{ name: 'b' }, { name: 'c', activeKey: 'x' }] },
      'list.1.activeKey',
    ],
  ])('loses %s that nobody named', (_, body, fault) => {
    const fitted = fitAnswer(answers, 200, body);
    expect(fitted.fault).toBe(fault);
    expect(JSON.stringify(fitted.body)).not.toMatch(/accountId|activeKey/);
  });

  it('names the place where it lacks something, and no value', () => {
    expect(fitAnswer(answers, 200, { id: 7, list: [] }).fault).toBe('id');
  });

  it('leaves problems and files alone', () => {
    expect(fitAnswer(answers, 404, { code: 'not-found' })).toEqual({ body: { code: 'not-found' }, fault: null });
  });
});

describe('a handler that spreads a row into its answer', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await startService();
  });
  afterAll(() => test.close());

  const leaking = operation({
    method: 'GET',
    path: '/api/v1/leak',
    id: 'leak',
    tag: 'test',
    summary: '',
    auth: 'none',
    answers: { 200: { description: '', schema: v.object({ id: v.string() }) } },
    problems: [],
    handle: () => ({ id: 'a', account_id: 'secret', activeKey: 'secret' }),
  });

  it('is trimmed in the field, and an error in tests', async () => {
    for (const strict of [false, true]) {
      const app = fastify();
      if (strict) app.decorate('strictAnswers', true);
      mount(app, test.service, [leaking], { gateway: false });
      const answer = await app.inject({ method: 'GET', url: '/api/v1/leak' });
      expect(answer.statusCode).toBe(strict ? 500 : 200);
      if (!strict) expect(answer.json()).toEqual({ id: 'a' });
      await app.close();
    }
  });

  it('has a schema to be held against in every operation that answers JSON', () => {
    // Accepted, and nothing to say: these delete.
    const isEmpty = (id: string, status: string) =>
      status === '204' || (status === '202' && ['deleteMe', 'deleteLegalAid', 'deleteComplaint'].includes(id));
    const without = allOperations(test.service).filter(({ id, answers: all }) =>
      Object.entries(all).some(
        ([status, { schema, mediaType }]) => Number(status) < 300 && !isEmpty(id, status) && !schema && !mediaType,
      ),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});

describe('an operation without login', () => {
  it('has no account in its type', () => {
    operation({
      method: 'GET',
      path: '/x',
      id: 'x',
      tag: 'test',
      summary: '',
      auth: 'none',
      answers: {},
      problems: [],
      // @ts-expect-error nobody is signed in here
      handle: ({ account }) => account,
    });
    operation({
      method: 'GET',
      path: '/y',
      id: 'y',
      tag: 'test',
      summary: '',
      auth: 'account',
      answers: {},
      problems: [],
      handle: ({ account }) => account.id,
    });
  });
});
