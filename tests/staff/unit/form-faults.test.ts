/** What a form shows of a fault, before it is sent and when the service has refused it. */
import { isPhone } from '@yugong/domain/identity';
import * as v from 'valibot';
import {
  ApiError,
  describeError,
  describeFieldFault,
  isUnreached,
  offlineError,
  toApiError,
} from '../../../staff/src/api/api-error';
import { pathOf, showFaults, type FaultForm } from '../../../staff/src/parts/form-faults';
import { schemaRule } from '../../../staff/src/parts/schema-rule';

describe('a pointer', () => {
  it('becomes a form’s path with positions as numbers and its escapes undone', () => {
    expect(pathOf('/rules/preparation/1/un~1til')).toEqual(['rules', 'preparation', 1, 'un/til']);
    expect(pathOf('/people/12/a~01')).toEqual(['people', 12, 'a~1']);
  });

  it('takes for a position only what is a number and nothing else', () => {
    expect(pathOf('/1a/a1')).toEqual(['1a', 'a1']);
  });
});

/** Of Ant's form what `showFaults` uses, with these fields drawn. */
function formWith(...drawn: string[]) {
  const shown: unknown[] = [];
  const scrolled: unknown[] = [];
  const nameOf = (name: unknown) => JSON.stringify(name);
  const form: FaultForm = {
    getFieldInstance: (name: unknown) => (drawn.includes(nameOf(name)) ? {} : undefined),
    setFields: (fields) => void shown.push(...fields),
    scrollToField: (name) => void scrolled.push(name),
  };
  return { form, shown, scrolled };
}
const refusal = (...pointers: string[]) =>
  new ApiError(
    '有几项要改',
    'invalid',
    false,
    pointers.map((pointer) => ({ pointer, code: 'too-long' })),
  );

describe('a refused form', () => {
  it('shows each fault at its field and goes to the first', () => {
    const { form, shown, scrolled } = formWith('["name"]', '["phone"]');
    expect(showFaults(form, refusal('/name', '/phone'))).toBe(true);
    expect(shown).toEqual([
      { name: ['name'], errors: ['太长了'] },
      { name: ['phone'], errors: ['太长了'] },
    ]);
    expect(scrolled).toEqual([['name']]);
  });

  it('finds its fields under the part of the body that it is', () => {
    const { form, shown } = formWith('["name"]', '["note"]');
    expect(showFaults(form, refusal('/person/name', '/note'), ['person'])).toBe(true);
    expect(shown).toEqual([
      { name: ['name'], errors: ['太长了'] },
      { name: ['note'], errors: ['太长了'] },
    ]);
  });

  it('leaves to a message what no field of it shows', () => {
    const { form, shown } = formWith('["name"]');
    expect(showFaults(form, refusal('/elsewhere'))).toBe(false);
    expect(showFaults(form, refusal())).toBe(false);
    expect(showFaults(form, new Error('offline'))).toBe(false);
    expect(shown).toEqual([]);
  });
});

describe('a form’s rule', () => {
  const Phone = v.pipe(v.string('type'), v.check(isPhone, 'value'));
  const check = async (value: unknown, optional?: boolean): Promise<string> => {
    const rule = schemaRule(Phone, optional);
    if (typeof rule === 'function' || !rule.validator) throw new Error('the rule has no check of its own');
    try {
      await rule.validator({}, value, () => undefined);
      return '';
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  };

  it.each([undefined, null, ''])('asks for a value where there is %p', async (value) => {
    expect(await check(value)).toBe('这一项要填');
    expect(await check(value, true)).toBe('');
  });

  it('says what the shared schema says', async () => {
    expect(await check('19900000000')).toBe('');
    expect(await check('1', true)).toBe('不在可选的范围内');
    expect(await check(1)).toBe('这一项的格式不对');
  });

  it('marks its field as required unless it may stay empty', () => {
    expect(schemaRule(Phone)).toMatchObject({ required: true });
    expect(schemaRule(Phone, true)).not.toHaveProperty('required');
  });
});

describe('an answer of the service', () => {
  const answer = (status: number, body: string, headers: Record<string, string> = {}) =>
    toApiError(new Response(body, { status, headers }));

  it('is read as the problem that it describes, with the time to wait', async () => {
    const problem = {
      title: '请稍后再试',
      code: 'too-many-requests',
      retryable: true,
      requestId: 'r1',
      errors: [{ pointer: '/name', code: 'too-long' }],
    };
    expect(await answer(429, JSON.stringify(problem), { 'retry-after': '30' })).toMatchObject({
      message: '请稍后再试',
      code: 'too-many-requests',
      retryable: true,
      requestId: 'r1',
      retryAfterSeconds: 30,
      errors: problem.errors,
    });
  });

  it('needs neither fields nor an id nor a time', async () => {
    const problem = JSON.stringify({ title: '没有权限', code: 'forbidden', retryable: false });
    expect(await answer(403, problem)).toMatchObject({
      code: 'forbidden',
      errors: [],
      requestId: null,
      retryAfterSeconds: null,
    });
  });

  it('may be tried again where a proxy stands in for the service, and not where the request was refused', async () => {
    expect(await answer(502, '<html>')).toMatchObject({
      code: 'no-answer',
      retryable: true,
      message: '服务没有应答（502）。填写的内容已保留，请稍后再试',
    });
    expect((await answer(500, '')).retryable).toBe(true);
    expect((await answer(404, '{}')).retryable).toBe(false);
  });

  it('says which it is where nothing was reached: the network, or the service', async () => {
    const isOnline = (onLine: boolean): void =>
      void Object.defineProperty(globalThis, 'navigator', { value: { onLine }, configurable: true });
    isOnline(true);
    expect(offlineError()).toMatchObject({ code: 'unreachable', message: expect.stringContaining('服务没有应答') });
    isOnline(false);
    expect(offlineError()).toMatchObject({ code: 'offline', message: expect.stringContaining('没有网络') });
    expect([
      isUnreached(offlineError()),
      isUnreached(await answer(502, '')),
      isUnreached(await answer(404, '')),
    ]).toEqual([true, true, false]);
  });

  it('is said in words, whatever was thrown', () => {
    expect(describeError(new ApiError('没有权限', 'forbidden', false))).toBe('没有权限');
    expect(describeError(new TypeError('x is not a function'))).toBe('页面出错了，请刷新后再试');
    expect(describeFieldFault({ pointer: '/name', code: 'of-tomorrow' })).toBe('这一项需要修改');
  });
});
