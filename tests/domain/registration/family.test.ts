/** Who signs a family member up, what is shown of it, and where a programme takes such sign-ups. */
import * as v from 'valibot';
import { programmeFaults } from '@yugong/domain/programme';
import { ProgrammeInput } from '@yugong/domain/programme/staff-wire';
import { ProgrammeWire } from '@yugong/domain/programme/wire';
import {
  contactPhoneOf,
  FamilyInput,
  hasOwnPhone,
  maskFamily,
  sayFamilyContact,
  saySignedUpBy,
} from '@yugong/domain/registration';
import { PassWire } from '@yugong/domain/registration/wire';
import { readTolerantly } from '@yugong/domain/wire/tolerant';

const programme = (more: object) =>
  v.parse(ProgrammeInput, {
    adcode: null,
    kind: 'screening',
    title: '演示筛查',
    summary: '给测试用的。',
    organiser: '演示工会',
    limitPerPerson: 1,
    offerMinutes: null,
    fields: ['name', 'phone', 'residentId'],
    sex: 'female',
    age: null,
    consents: ['registration', 'health'],
    rules: null,
    ...more,
  });

it('says who signed up, with the number masked', () => {
  const family = v.parse(FamilyInput, { relation: 'daughter', phone: '199 0000 0001' });
  const contact = maskFamily(family);
  expect(contact).toEqual({ relation: 'daughter', phone: '199****0001' });
  expect(contact && sayFamilyContact(contact)).toBe('女儿代报，女儿电话 199****0001');
  expect(saySignedUpBy('relative')).toBe('家人代报');
  expect(maskFamily(null)).toBeNull();
});

it('knows whether the person has a telephone of her own', () => {
  const family = { relation: 'daughter', phone: '19900000001' } as const;
  expect(hasOwnPhone({ phone: '19900000003' }, family)).toBe(true);
  expect(hasOwnPhone({ phone: '19900000001' }, family)).toBe(false);
  expect(hasOwnPhone({ phone: '' }, family)).toBe(false);
  expect(hasOwnPhone({ phone: '19900000003' }, null)).toBe(false);
});

it('gives the number of whoever signed up where it isn’t the person’s own', () => {
  const family = { relation: 'daughter', phone: '19900000001' } as const;
  expect(contactPhoneOf({ phone: '19900000003' }, family)).toBe('19900000001');
  expect(contactPhoneOf({ phone: '' }, family)).toBe('19900000001');
  expect(contactPhoneOf({ phone: '19900000001' }, family)).toBeNull();
  expect(contactPhoneOf({ phone: '19900000003' }, null)).toBeNull();
});

it('is for programmes that tell people apart by identity number, and for no teams', () => {
  expect(programmeFaults(programme({ family: true }))).toEqual([]);
  expect(
    programmeFaults(programme({ kind: 'event', sex: null, fields: ['name', 'phone'], family: true })),
  ).toContainEqual({ pointer: '/family', code: 'needs-id' });
  expect(
    programmeFaults(
      programme({ kind: 'event', team: { min: 2, max: 3 }, consents: ['registration', 'team'], family: true }),
    ),
  ).toContainEqual({ pointer: '/family', code: 'other-kind' });
});

it('reads a relation of a later release as some relative, and an older service’s answers as nobody else’s', () => {
  const pass = v.omit(PassWire, ['session', 'status']);
  const of = (signedUpBy: object) => readTolerantly(pass, { code: 'c', initials: '演＊＊', ...signedUpBy });
  expect(of({ signedUpBy: 'grandchild' })).toMatchObject({ output: { signedUpBy: 'relative' } });
  expect(of({})).toMatchObject({ output: { signedUpBy: null } });
  expect(readTolerantly(v.pick(ProgrammeWire, ['family']), {})).toMatchObject({ output: { family: null } });
});
