/** What an answer of the service is, and what it means for something that waits to be sent. */
import { outcomeOf } from '@/platform/outbox/send';
import { replyOf } from '@/platform/request';
import { asProblem, headerOf, parseBody } from '@/platform/request/problem';

const problem = { type: 'about:blank', title: '名额已满', status: 409, code: 'full', retryable: false, errors: [] };
const text = (some: object = {}) => JSON.stringify({ ...problem, ...some });

describe('a reply', () => {
  it('is answered from 200 to 299, and a problem on either side', () => {
    expect(replyOf(200, '{"id":"a"}', {})).toEqual({ kind: 'answered', status: 200, data: { id: 'a' } });
    expect(replyOf(299, '', {}).kind).toBe('answered');
    expect(replyOf(300, text(), {}).kind).toBe('problem');
    expect(replyOf(199, text(), {}).kind).toBe('problem');
  });

  it.each([
    ['30', 30_000],
    ['0', null],
    ['-5', null],
    ['tomorrow', null],
    [undefined, null],
  ])('asks to wait for retry-after %p', (seconds, milliseconds) => {
    expect(replyOf(429, text(), { 'Retry-After': seconds })).toMatchObject({ retryAfterMs: milliseconds });
  });
});

describe('for what waits', () => {
  it('an answer is an acknowledgement with what was answered', () => {
    expect(outcomeOf(replyOf(201, '{"id":"a"}', {}))).toEqual({
      kind: 'acknowledged',
      status: 201,
      answer: { id: 'a' },
    });
  });

  it('no answer, a retryable problem and an expired login are none, with the time to wait', () => {
    expect(outcomeOf({ kind: 'no-answer', reason: 'timeout' })).toEqual({ kind: 'unanswered' });
    expect(outcomeOf(replyOf(503, text({ status: 503, retryable: true }), { 'retry-after': '2' }))).toEqual({
      kind: 'unanswered',
      retryAfterMs: 2000,
    });
    expect(outcomeOf(replyOf(401, text({ status: 401 }), {}))).toEqual({ kind: 'unanswered', retryAfterMs: null });
  });

  it('anything else is a refusal with its words', () => {
    expect(outcomeOf(replyOf(409, text(), {}))).toEqual({
      kind: 'refused',
      refusal: { code: 'full', title: '名额已满', errors: [] },
    });
  });
});

describe('what is no problem document', () => {
  it.each([
    [500, true],
    [503, true],
    [408, true],
    [425, true],
    [429, true],
    [499, false],
    [404, false],
  ])('becomes one by its status %i, retryable: %p', (status, retryable) => {
    expect(asProblem(status, '<html>')).toEqual({
      title: retryable ? '服务器暂时没有响应，请稍后再试' : '提交未成功，请更新后重试',
      status,
      code: `http-${status}`,
      retryable,
      requestId: '',
      errors: [],
    });
  });

  it('is read as JSON where it is, as text where it isn’t, and as nothing where there is nothing', () => {
    expect(['{"a":1}', '<html>', '', undefined, null, { a: 1 }].map(parseBody)).toEqual([
      { a: 1 },
      '<html>',
      null,
      null,
      null,
      { a: 1 },
    ]);
  });

  it('has its headers whatever their capitals', () => {
    expect(headerOf({ Age: 1, 'Retry-AFTER': 30 }, 'retry-after')).toBe('30');
    expect(headerOf({ Age: 1 }, 'retry-after')).toBeUndefined();
    expect(headerOf(undefined, 'retry-after')).toBeUndefined();
  });
});
