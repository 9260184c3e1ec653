/** Faults of a programme while it is typed; they come from the schema that the service checks as well. */
import * as v from 'valibot';
import { faultsOf, type FieldFault } from '@yugong/domain/problem';
import { programmeFaults } from '@yugong/domain/programme';
import { ProgrammeInput } from '@yugong/domain/programme/staff-wire';

/** Faults worth showing before the form is sent; a missing value isn't one yet, and its field says so itself. */
export function programmeFormFaults(input: ProgrammeInput): FieldFault[] {
  const read = v.safeParse(ProgrammeInput, input);
  const own = read.success ? [] : faultsOf(read.issues, ProgrammeInput);
  return [...own, ...programmeFaults(input)].filter(({ code }) => code !== 'required');
}

const names: readonly [RegExp, string][] = [
  [/^\/title/, '名称'],
  [/^\/summary/, '简介'],
  [/^\/organiser/, '主办'],
  [/^\/fields/, '报名需填写的信息'],
  [/^\/peopleLimit/, '最多替几人报名'],
  [/^\/proof/, '报名时验证手机号'],
  [/^\/age/, '年龄'],
  [/^\/team/, '每队人数'],
  [/^\/family/, '帮家人报名'],
  [/^\/rules\/employment/, '就业类型'],
  [/^\/rules\/districts/, '居住或工作的区县'],
  [/^\/rules\/intervals/, '检查间隔'],
  [/^\/rules\/conditions/, '其他条件'],
  [/^\/rules\/items/, '检查项目'],
  [/^\/rules\/cost/, '费用'],
  [/^\/rules\/bring/, '携带物品'],
  [/^\/rules\/preparation/, '检查前准备'],
  [/^\/rules\/cycle/, '避开经期'],
  [/^\/rules\/windows/, '办理日期'],
  [/^\/rules\/quotas/, '各区县名额'],
  [/^\/rules\/results/, '结果通知'],
];

/** @example ruleFieldLabel('/rules/preparation/1/until') // '去之前第 2 项' */
export function ruleFieldLabel(pointer: string): string {
  const name = names.find(([start]) => start.test(pointer))?.[1] ?? '这个项目';
  const [, index] = /^\/rules\/\w+\/(\d+)/.exec(pointer) ?? [];
  return index === undefined ? name : `${name}第 ${Number(index) + 1} 项`;
}
