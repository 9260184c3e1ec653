import * as v from 'valibot';
import { faultsOf } from '@yugong/domain/problem';

const Request = v.strictObject({
  name: v.pipe(v.string('type'), v.maxLength(3, 'too-long')),
  people: v.optional(v.array(v.strictObject({ phone: v.string('type') }))),
  seen: v.optional(v.record(v.string(), v.nullable(v.pipe(v.string('type'), v.maxLength(2, 'too-long'))))),
  place: v.nullable(
    v.union([v.strictObject({ street: v.string('type') }), v.strictObject({ town: v.string('type') })]),
  ),
});

function faults(body: unknown) {
  const { issues = [] } = v.safeParse(Request, body);
  return faultsOf(issues, Request);
}

describe('faults of a request', () => {
  it('point at the field, through lists and what may be missing', () => {
    expect(faults({ name: 'abcd', people: [{ phone: 'x' }, { phone: 1 }], place: null })).toEqual([
      { pointer: '/name', code: 'too-long' },
      { pointer: '/people/1/phone', code: 'type' },
    ]);
  });

  it('say that something is required where it is missing', () => {
    expect(faults({ name: 'a', people: [{}], place: null })).toEqual([
      { pointer: '/people/0/phone', code: 'required' },
    ]);
  });

  it('never repeat the name of a field that nobody knows', () => {
    expect(faults({ name: 'a', secret: 1, place: null })).toEqual([{ pointer: '', code: 'unknown' }]);
  });

  it('never repeat the key of a map, which was sent as well', () => {
    expect(faults({ name: 'a', seen: { '13800000000': {} }, place: null })).toEqual([
      { pointer: '/seen', code: 'type' },
    ]);
    expect(faults({ name: 'a', seen: { '13800000000': 'long' }, place: null })).toEqual([
      { pointer: '/seen', code: 'too-long' },
    ]);
  });
});
