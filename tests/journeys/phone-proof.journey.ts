/** A programme that asks for a proof of the telephone number: one code, typed wrong once and then right. */
import { MINUTE } from '@yugong/domain/time';
import { serviceJourney, type Reader } from './language';
import { fillInEvent, form, MINE } from './sign-up';

const BADMINTON = 'demo-event-badminton';

async function signUp(reader: Reader): Promise<void> {
  await reader.open(form(BADMINTON));
  await fillInEvent(reader);
  await reader.tap('提交报名');
}

export default [
  serviceJourney('报名要验证手机号：验证码输错一次，再输对，名额才算数', async (reader, service) => {
    const { tap, type, see } = reader;
    await service.askForProofs();
    await signUp(reader);
    await see('请验证手机号', '199****0001');
    await tap('获取验证码');
    await see('验证码已发送');
    const code = await service.lastCode();
    await type('短信验证码', String((Number(code) + 1) % 1_000_000).padStart(6, '0'));
    await tap('确认');
    await see('验证码不对，请核对后再输入');
    const waiting = await service.registrations(BADMINTON);
    if (waiting.join() !== 'waitlist') throw new Error(`${waiting.join()}，应为 waitlist`);
    await type('短信验证码', code);
    await tap('确认');
    await see('报名成功');
    const booked = await service.registrations(BADMINTON);
    if (booked.join() !== 'booked') throw new Error(`${booked.join()}，应为 booked`);
  }),

  serviceJourney('十五分钟没有验证：名额没有保留，可以重新报名', async (reader, service) => {
    const { open, see } = reader;
    await service.askForProofs();
    await signUp(reader);
    await see('请验证手机号');
    await service.wait(16 * MINUTE);
    await open(MINE);
    await see('验证已超时', '名额没有保留');
  }),
];
