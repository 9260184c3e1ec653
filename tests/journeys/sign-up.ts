/** Typing a sign-up, as people type it, for the journeys that begin with one. */
import { residentId } from '../service/support/service';
import type { Reader } from './language';

export const SIGN_UP = '/features/registration/pages/sign-up/index';
export const TICKET = '/features/registration/pages/ticket/index';
export const MINE = '/features/registration/pages/mine/index';

export const form = (session: string): string => `${SIGN_UP}?session=${session}`;

/** The two questions that every sign-up asks. */
export async function nameAndPhone({ type, tap, see }: Reader): Promise<void> {
  await type('你的姓名', '演示人');
  await tap('下一步');
  await see('第 2 步');
  await type('手机号', '１９９ 0000 0001');
  await tap('下一步');
}

/** Types everything an event asks for, from the form's beginning to where it is looked over. */
export async function fillInEvent(reader: Reader): Promise<void> {
  await nameAndPhone(reader);
  await reader.tap('我同意用我的姓名和手机号报名');
  await reader.tap('下一步');
  await reader.see('请核对后提交', '演示人', '19900000001');
}

/** Types everything a screening asks for, up to looking it over. */
export async function fillInScreening(reader: Reader): Promise<void> {
  const { type, tap, see } = reader;
  await nameAndPhone(reader);
  await see('第 3 步');
  await type('身份证号', residentId(1).replace(/^(.{6})(.{8})/, '$1 $2 '));
  await tap('下一步');
  await see('敏感个人信息');
  await tap('我同意用我的姓名和手机号报名');
  await tap('我同意用我的身份证号安排两癌筛查');
  await tap('下一步');
  await see('请核对后提交', '演示人', '19900000001');
}
