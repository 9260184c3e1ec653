/** What the shared schema says of a programme while it is typed: the service would say the same. */
import * as v from 'valibot';
import { faultsOf, type FieldFault } from '@yugong/domain/problem';
import { programmeFaults } from '@yugong/domain/programme';
import { ProgrammeInput } from '@yugong/domain/programme/staff-wire';

/** What isn't typed yet is no fault to point at before it is sent: the fields say that themselves. */
export function faultsSoFar(input: ProgrammeInput): FieldFault[] {
  const read = v.safeParse(ProgrammeInput, input);
  const own = read.success ? [] : faultsOf(read.issues);
  return [...own, ...programmeFaults(input)].filter(({ code }) => code !== 'required');
}

const names: readonly [RegExp, string][] = [
  [/^\/title/, '名称'],
  [/^\/summary/, '一两句话说清楚'],
  [/^\/organiser/, '主办'],
  [/^\/fields/, '报名要填什么'],
  [/^\/age/, '年龄'],
  [/^\/team/, '一队几人'],
  [/^\/rules\/employment/, '做哪种工作的'],
  [/^\/rules\/districts/, '住在或者上班在哪里'],
  [/^\/rules\/intervals/, '多久可以再查'],
  [/^\/rules\/conditions/, '还要问的'],
  [/^\/rules\/items/, '检查什么'],
  [/^\/rules\/cost/, '费用'],
  [/^\/rules\/bring/, '要带什么'],
  [/^\/rules\/preparation/, '去之前'],
  [/^\/rules\/cycle/, '避开经期'],
  [/^\/rules\/windows/, '哪些日子办'],
  [/^\/rules\/quotas/, '各区县名额'],
  [/^\/rules\/results/, '出结果'],
];

/** @example placeOf('/rules/preparation/1/until') // '去之前第 2 项' */
export function placeOf(pointer: string): string {
  const name = names.find(([start]) => start.test(pointer))?.[1] ?? '这个项目';
  const [, index] = /^\/rules\/\w+\/(\d+)/.exec(pointer) ?? [];
  return index === undefined ? name : `${name}第 ${Number(index) + 1} 项`;
}
