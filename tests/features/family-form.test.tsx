/** The form for a family member: chosen on the first page, each answer hers, both consents in place of the programme's. */
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { currentConsent } from '@yugong/domain/consent';
import type { ProgrammeWire } from '@yugong/domain/programme/wire';
import type { SessionWire } from '@yugong/domain/session/wire';
import { correctionOf, firstUnfinished, partsFor, requestBodyOf, valuesOf } from '@/features/registration/form/steps';
import { forFamily } from '@/features/registration/form/parts/family';
import type { FieldsProps, FieldValues, SignUpAnswers } from '@/features/registration/form/form-part';
import { residentId } from '../service/support/service';

const consent = (purpose: 'registration' | 'health' | 'family' | 'family-member') => ({
  ...currentConsent(purpose),
  hash: 'x',
});
const programme: ProgrammeWire = {
  id: 'p',
  kind: 'screening',
  title: '筛查',
  summary: '',
  organiser: '演示工会',
  demo: true,
  fields: ['name', 'phone', 'residentId'],
  limitPerPerson: 1,
  offerMinutes: null,
  sex: 'female',
  age: { min: 35, max: 64 },
  team: null,
  consents: [consent('registration'), consent('health')],
  family: { consents: [consent('family'), consent('family-member')] },
  rules: null,
};
const session = { id: 's', startsAt: '2026-12-01T08:00:00+08:00' } as SessionWire;
const versionOf = (purpose: 'family' | 'family-member') => currentConsent(purpose).version;
const both = [`family@${versionOf('family')}`, `family-member@${versionOf('family-member')}`];
const about = (values: FieldValues, agreed: readonly string[] = []): SignUpAnswers => ({
  programme,
  session,
  values,
  agreed,
});
const mother: FieldValues = {
  ...forFamily({ session }),
  relation: 'daughter',
  phone: '199 0000 0001',
  'family.name': '母 演示',
  'family.phone': '',
  'family.residentId': residentId(9, { born: '19630305' }),
};

function Page({ part, start = {}, of = programme }: { part: string; start?: FieldValues; of?: ProgrammeWire }) {
  const [values, setValues] = useState(start);
  const form: FieldsProps = {
    ...about(values),
    programme: of,
    errors: {},
    set: (field, value) => setValues((before) => ({ ...before, [field]: value })),
    agree: () => undefined,
    leave: () => undefined,
  };
  const found = partsFor({ programme: of, session }).find(({ id }) => id === part);
  return found ? <found.Fields {...form} /> : null;
}

it('asks for oneself unless told otherwise, and for whom on the first page', () => {
  render(<Page part="name" />);
  expect(screen.getByRole('radio', { name: '给自己报名' })).toHaveProperty('checked', true);
  expect(screen.getByRole('textbox', { name: /你的姓名/ })).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: /帮家人报名/ }));
  expect(screen.getByRole('radio', { name: '女儿' })).toHaveProperty('checked', false);
  expect(screen.getByRole('textbox', { name: /家人的姓名/ })).toBeTruthy();
});

it('has no such choice where the programme takes nobody’s family', () => {
  render(<Page part="name" of={{ ...programme, family: null }} start={mother} />);
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.getByRole('textbox', { name: /你的姓名/ })).toBeTruthy();
});

it('asks for both numbers, of which only hers may be left out', () => {
  render(<Page part="phone" start={mother} />);
  expect(screen.getAllByRole('textbox').map((field) => field.getAttribute('aria-required'))).toEqual([null, 'true']);
});

it('puts both consents in place of the programme’s, each by whose it is', () => {
  render(<Page part="consents" start={mother} />);
  expect(screen.getAllByRole('checkbox')).toHaveLength(2);
  expect(screen.getByRole('checkbox', { name: '我同意帮家人报名' })).toBeTruthy();
  expect(screen.getByRole('checkbox', { name: /^家人本人已同意用她/ })).toBeTruthy();
});

it('wants the relation, her name, one’s own number and both consents', () => {
  const wrong = (values: FieldValues, agreed = both) => {
    const answers = about({ ...mother, ...values }, agreed);
    return firstUnfinished(answers)?.check(answers);
  };
  expect(wrong({})).toBeUndefined();
  expect(wrong({ relation: '' })).toEqual([{ field: 'relation', text: '请选择你是这位家人的什么人' }]);
  expect(wrong({ 'family.name': '' })).toEqual([{ field: 'family.name', text: '请填写姓名' }]);
  expect(wrong({ phone: '' })).toEqual([{ field: 'phone', text: '请填写手机号' }]);
  expect(wrong({ 'family.phone': '1990' })).toMatchObject([{ field: 'family.phone' }]);
  expect(wrong({ 'family.residentId': residentId(9, { born: '19380305' }) })).toMatchObject([
    { field: 'family.residentId' },
  ]);
  expect(wrong({}, both.slice(0, 1))).toMatchObject([{ field: 'consent-family-member' }]);
});

it('sends her answers with who signs up, and reads them back without the consents', () => {
  const body = requestBodyOf(about(mother, both));
  expect(body).toEqual({
    person: { name: '母演示', phone: '19900000001', residentId: mother['family.residentId'] },
    family: { relation: 'daughter', phone: '19900000001' },
    consents: [
      { purpose: 'family', version: versionOf('family') },
      { purpose: 'family-member', version: versionOf('family-member') },
    ],
  });
  const back = valuesOf(body, { session });
  expect(requestBodyOf(about(back, both))).toEqual(body);
  const hers = requestBodyOf(about({ ...mother, 'family.phone': '199 0000 0003' }, both));
  expect([hers.person.phone, hers.family?.phone]).toEqual(['19900000003', '19900000001']);
  expect(requestBodyOf(about(valuesOf(hers, { session }), both))).toEqual(hers);
});

it('leads a fault of the service’s to whose answer it is about', () => {
  const faults = (pointer: string, body = {}) => correctionOf([{ pointer, code: 'value' }], body)?.errors[0]?.field;
  const family = { family: { relation: 'daughter', phone: '19900000001' } } as const;
  expect(faults('/person/phone')).toBe('phone');
  expect(faults('/person/phone', family)).toBe('family.phone');
  expect(faults('/family/phone', family)).toBe('phone');
  expect(faults('/person/residentId', family)).toBe('family.residentId');
  expect(faults('/family', family)).toBe('relation');
});

it('shows whose number is whose before it is sent', () => {
  const rowsOf = (values: FieldValues) =>
    partsFor(about(values))
      .find(({ id }) => id === 'phone')
      ?.rows(about(values));
  expect(rowsOf(mother)).toEqual([
    { label: '家人的手机号', text: '没有，联系我' },
    { label: '我的手机号', text: '19900000001' },
  ]);
  expect(rowsOf({ ...mother, 'family.phone': '199 0000 0003' })?.[0]?.text).toBe('19900000003');
  expect(rowsOf({ phone: '199 0000 0001' })).toEqual([{ label: '手机号', text: '19900000001' }]);
});

it('lets the browser fill in one’s own fields, and never a family member’s', () => {
  const { container, unmount } = render(<Page part="phone" />);
  expect(container.querySelectorAll('[autocomplete]')).toHaveLength(1);
  unmount();
  render(<Page part="phone" start={mother} />);
  expect(document.querySelectorAll('[name="family.phone"][autocomplete]')).toHaveLength(0);
});
