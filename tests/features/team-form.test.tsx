/** The form's page for a team: rows by name, as many as the programme takes, nothing typed lost by taking one out. */
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import type { ProgrammeWire } from '@yugong/domain/programme/wire';
import type { SessionWire } from '@yugong/domain/session/wire';
import { correctionOf } from '@/features/registration/form/steps';
import { memberNames, memberRows, teamPart } from '@/features/registration/form/parts/team';
import { TeamLine } from '@/features/registration/ticket/team-line';
import type { SignUpAnswers, FieldsProps, FieldValues } from '@/features/registration/form/form-part';

const size = { min: 3, max: 5 };
const programme = { team: size, fields: ['name', 'phone'], consents: [] } as unknown as ProgrammeWire;
const session = {} as SessionWire;
const asked = (values: FieldValues): SignUpAnswers => ({ programme, session, values, agreed: [] });

function Fields({ start }: { start: FieldValues }) {
  const [values, setValues] = useState(start);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const props: FieldsProps = {
    ...asked(values),
    errors,
    set: (field, value) => setValues((before) => ({ ...before, [field]: value })),
    agree: () => undefined,
    leave: (field, value) => {
      const found = teamPart.check(asked({ ...values, [field]: value })).find((one) => one.field === field);
      setErrors(found ? { [field]: found.text } : {});
    },
  };
  return <teamPart.Fields {...props} />;
}
const typed = () => screen.getAllByRole<HTMLInputElement>('textbox').map(({ value }) => value);

it('is asked for where the programme has teams, and nowhere else', () => {
  expect(teamPart.appliesTo({ programme, session })).toBe(true);
  expect(teamPart.appliesTo({ programme: { ...programme, team: null }, session })).toBe(false);
});

it('has as many rows as a team needs, more when they are added, never more than it takes', () => {
  expect([
    memberRows({}, size),
    memberRows({ 'team.rows': '4' }, size),
    memberRows({ 'team.rows': '99' }, size),
  ]).toEqual([2, 4, 4]);
  expect([memberRows({ 'team.rows': '-3' }, size), memberRows({ 'team.rows': 'many' }, size)]).toEqual([2, 2]);
});

it('wants the least that a team has, each name a name, and lets blank rows be nobody', () => {
  const check = (values: FieldValues) => teamPart.check(asked(values));
  expect(check({}).map(({ field }) => field)).toEqual(['team.0', 'team.1']);
  expect(check({ 'team.0': '演示甲' })).toEqual([{ field: 'team.1', text: '请填写第 2 位队员的姓名' }]);
  expect(check({ 'team.rows': '4', 'team.1': '演示甲', 'team.3': '演示乙' })).toEqual([]);
  expect(check({ 'team.0': '演示1', 'team.1': '演示乙' })).toEqual([
    { field: 'team.0', text: '姓名请写汉字，或只用拉丁字母' },
  ]);
});

it('sends tidy names and reads them back', () => {
  const values = { 'team.rows': '4', 'team.0': ' 演示 甲 ', 'team.2': '演示乙' };
  const body = teamPart.write(asked(values), { person: {}, consents: [] });
  expect(body).toEqual({ person: {}, consents: [], team: { members: ['演示甲', '演示乙'] } });
  expect(memberNames(teamPart.read(body, asked(values)), size)).toEqual(['演示甲', '演示乙']);
  expect(teamPart.read({ person: {}, consents: [] }, asked(values))).toEqual({});
  expect(teamPart.rows(asked(values))).toEqual([{ label: '队员（含你共 3 人）', text: '演示甲、演示乙' }]);
});

it('leads a fault of the service’s to the row it is in', () => {
  expect(correctionOf([{ pointer: '/team/members/1', code: 'name' }])).toEqual({
    part: 'team',
    errors: [{ field: 'team.1', text: '姓名请写汉字，或只用拉丁字母' }],
  });
  expect(correctionOf([{ pointer: '/team/members', code: 'too-few' }])).toMatchObject({
    part: 'team',
    errors: [{ field: 'team.0', text: '人数不够' }],
  });
});

describe('the page', () => {
  it('adds rows up to the most and takes out one without losing the others', () => {
    render(<Fields start={{ name: '演示队长' }} />);
    expect(typed()).toEqual(['', '']);
    expect(screen.queryByRole('button', { name: /去掉/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '添加队员' }));
    fireEvent.click(screen.getByRole('button', { name: '添加队员' }));
    expect(screen.queryByRole('button', { name: '添加队员' })).toBeNull();
    expect(screen.getByText('每队最多 5 人，已满。')).toBeInTheDocument();
    screen.getAllByRole('textbox').forEach((field, at) => {
      fireEvent.change(field, { target: { value: `演示${'甲乙丙丁'[at]}` } });
    });
    fireEvent.click(screen.getByRole('button', { name: '移除队员 2' }));
    expect(typed()).toEqual(['演示甲', '演示丙', '演示丁']);
  });

  it('asks about a name that comes twice, the captain’s too, and refuses nothing', () => {
    const values = { name: '演示甲', 'team.0': '演示甲', 'team.1': '演示乙' };
    render(<Fields start={values} />);
    expect(screen.getByRole('status')).toHaveTextContent('演示甲重复出现。如果是同名的两个人，不用修改。');
    expect(teamPart.check(asked(values))).toEqual([]);
  });
});

it('says on the ticket who comes along, or that the names are not on the phone', () => {
  const { container, rerender } = render(<TeamLine team={{ members: ['演示甲', '演示乙'] }} />);
  expect(container).toHaveTextContent('全队 3 人：你（队长）、演示甲、演示乙');
  rerender(<TeamLine team={null} />);
  expect(container).toHaveTextContent('队员名单不保存在本机，联网后可查看');
});

it('leads a fault to its row in a large team, too', () => {
  expect(correctionOf([{ pointer: '/team/members/12', code: 'name' }])).toMatchObject({
    errors: [{ field: 'team.12' }],
  });
});
