/** Teams: how many they are, and which lists of names are one. */
import * as v from 'valibot';
import { sameNames, sayTeamSize, teamCount, teamFaults, TeamInput } from '@yugong/domain/registration';

const size = { min: 3, max: 5 };
const of = (others: number) => ({ members: Array.from({ length: others }, (_, at) => `演示${at}`) });

it.each([
  [1, [{ pointer: '/team/members', code: 'too-few' }]],
  [2, []],
  [4, []],
  [5, [{ pointer: '/team/members', code: 'too-many' }]],
])('a captain and %i others, of three to five', (others, faults) => {
  expect(teamCount(of(others))).toBe(others + 1);
  expect(teamFaults(size, of(others))).toEqual(faults);
});

it('wants a team where the programme does, and none where it doesn’t', () => {
  expect(teamFaults(size, undefined)).toEqual([{ pointer: '/team', code: 'required' }]);
  expect(teamFaults(null, of(2))).toEqual([{ pointer: '/team', code: 'unknown' }]);
  expect(teamFaults(null, undefined)).toEqual([]);
});

it('reads names as anybody’s, and nothing else of them', () => {
  expect(v.parse(TeamInput, { members: [' 演示 甲 '] })).toEqual({ members: ['演示甲'] });
  for (const bad of [[], ['演示1'], [''], [3], Array(100).fill('演示甲'), '演示甲'])
    expect(v.is(TeamInput, { members: bad })).toBe(false);
  expect(v.is(TeamInput, { members: ['演示甲'], phone: '19900000001' })).toBe(false);
});

it('finds names that stand for two, each once, without calling them wrong', () => {
  expect(sameNames('演示甲', ['演示乙', '演示甲', '演示丙', '演示乙', '演示甲'])).toEqual(['演示甲', '演示乙']);
  expect(sameNames('', ['', '', '演示乙'])).toEqual([]);
});

it('is said in people, its captain among them', () => {
  expect(sayTeamSize(size)).toBe('3 到 5 人一队，含队长');
  expect(sayTeamSize({ min: 5, max: 5 })).toBe('5 人一队，含队长');
});
