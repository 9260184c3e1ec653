import * as v from 'valibot';
import {
  describePersonFault,
  entranceViewOf,
  maskForEntrance,
  maskPerson,
  personFaults,
  personFieldNames,
  personFields,
  personSearch,
  revealPerson,
  tidyPersonField,
  type Person,
} from '@yugong/domain/person';
import { PersonInput } from '@yugong/domain/registration/request';
import { AddRequest, PersonWire, RosterRow } from '@yugong/domain/roster/wire';

const person: Person = { name: '演示人', phone: '19900000001', residentId: '990101199001010027' };

describe.each(personFieldNames)('the field %s', (name) => {
  const field = personFields[name];

  it('accepts its own example and stores it as it is written', () => {
    expect(v.parse(field.schema, field.example)).toBe(field.example);
  });

  it('masks the example it gives', () => {
    expect(field.mask(field.example)).not.toBe(field.example);
  });

  it('is on the wire of sign-ups, of the counter, of the roster and of what is revealed', () => {
    for (const schema of [PersonInput, AddRequest.entries.person, RosterRow, PersonWire])
      expect(Object.keys(schema.entries)).toContain(name);
  });

  it('may be left out of a sign-up only where programmes choose to ask for it', () => {
    const others = Object.fromEntries(
      personFieldNames.filter((one) => one !== name).map((one) => [one, personFields[one].example]),
    );
    expect(v.is(PersonInput, others)).toBe(!field.isAlwaysAsked);
  });
});

it('masks every field, and leaves null what the programme doesn’t ask for', () => {
  expect(maskPerson(person)).toEqual({ name: '演＊＊', phone: '199****0001', residentId: '**************0027' });
  expect(maskPerson({ name: '演示人', phone: '' })).toEqual({ name: '演＊＊', phone: '', residentId: null });
});

it('shows an erased person as empty', () => {
  expect(maskPerson(null)).toEqual({ name: '', phone: '', residentId: null });
  expect(entranceViewOf(null)).toEqual({ name: '', phoneTail: '' });
});

it('reveals a person in full, and gives the entrance no number to call', () => {
  expect(revealPerson({ name: '演示人', phone: '19900000001' }, personFieldNames)).toEqual({
    name: '演示人',
    phone: '19900000001',
    residentId: null,
  });
  expect(entranceViewOf(person)).toEqual({ name: '演＊＊', phoneTail: '0001' });
  expect(maskForEntrance(person)).toEqual({ name: '演＊＊', phone: '*******0001', residentId: null });
  expect(maskForEntrance(null)).toEqual({ name: '', phone: '', residentId: null });
});

it('reveals the fields that are asked for and masks the others', () => {
  expect(revealPerson(person, ['phone'])).toEqual({ ...maskPerson(person), phone: '19900000001' });
});

describe('the search of a roster', () => {
  const shown = maskPerson(person);
  const finds = (typed: string, others: string[] = []): boolean => personSearch(typed)(shown, others);

  it('finds a name by its first character or by all of it, as anybody who is shown alike, and a team by a member', () => {
    expect([finds('演'), finds('演示人'), finds('演真人'), finds('演＊＊')]).toEqual([true, true, true, true]);
    expect([finds('示'), finds('示人'), finds('队员'), finds('队员', ['队＊＊'])]).toEqual([false, false, false, true]);
    const latin = personSearch('ann e')(maskPerson({ name: 'Ann Example', phone: '19900000001' }), []);
    expect([latin, personSearch('a')({ ...shown, name: 'A. E.' }, [])]).toEqual([true, true]);
  });

  it('finds three of the last four digits, also full-width, and neither two nor any that are hidden', () => {
    expect([finds('001'), finds('００２７'), finds('01'), finds('199****0001')]).toEqual([true, true, false, true]);
    expect([finds('00001'), finds('19900000001'), finds('19900000002'), finds('990101199001010027')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('finds nobody by an empty text', () => {
    expect([finds(''), finds(' ')]).toEqual([false, false]);
  });
});

describe('what a programme asks for', () => {
  it('must be given, and nothing else', () => {
    const withoutId: Person = { name: person.name, phone: person.phone };
    expect(personFaults(['name', 'phone', 'residentId'], person)).toEqual([]);
    expect(personFaults(['name', 'phone', 'residentId'], withoutId)).toEqual([
      { pointer: '/person/residentId', code: 'required' },
    ]);
    expect(personFaults(['name', 'phone'], person)).toEqual([{ pointer: '/person/residentId', code: 'unknown' }]);
  });
});

it('says what is wrong with a typed text', () => {
  expect(describePersonFault('name', ' ')).toBe('请填写姓名');
  expect(describePersonFault('phone', '')).toBe('请填写手机号');
  expect(describePersonFault('residentId', '　')).toBe('请填写身份证号');
  expect(describePersonFault('phone', '1990000')).toBe('手机号应为 11 位，现在是 7 位');
  expect(describePersonFault('residentId', '990101199001010021')).toBe('身份证号不对，请核对后再填');
  expect(describePersonFault('phone', '199 0000 0001')).toBeUndefined();
});

it('tidies what it understands and leaves the rest as typed', () => {
  expect([tidyPersonField('phone', '+86 199 0000 0001'), tidyPersonField('phone', '199')]).toEqual([
    '19900000001',
    '199',
  ]);
});
