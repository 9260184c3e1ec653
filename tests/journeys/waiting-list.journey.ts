/** What happens to a place afterwards reaches her: a session called off or moved, a seat that is held, taken, left or lost. */
import { HeldCasesWire } from '@yugong/domain/registration/staff-wire';
import { HOUR } from '@yugong/domain/time';
import * as v from 'valibot';
import { serviceJourney, until, type Reader, type ServiceHands } from './language';
import { fillInEvent, form, MINE } from './sign-up';

/** Two seats, two may wait, and an offer is held for two hours. */
const LECTURE = 'demo-event-lecture';

async function signUp(reader: Reader, button: string): Promise<void> {
  await reader.open(form(LECTURE));
  await fillInEvent(reader);
  await reader.tap(button);
}

/** The union moves a session to another place. @returns where it was */
export async function changePlace(
  service: ServiceHands,
  session: string,
  to: string,
  venue: { floor?: string } = {},
): Promise<string> {
  const { title, adcode, note, opensAt, closesAt, cancelUntil, startsAt, endsAt, place, version } = await service.staff(
    `GET /sessions/${session}`,
  );
  const times = { opensAt, closesAt, cancelUntil, startsAt, endsAt };
  await service.staff(`PUT /sessions/${session}`, {
    ...{ title, adcode, note, ...times },
    place: to,
    ...venue,
    seen: version,
  });
  return String(place);
}

/** She waits behind two others, the first of whom gives her seat up; another waits behind her. */
async function offered(reader: Reader, service: ServiceHands): Promise<void> {
  const [one] = await service.others(LECTURE, 2);
  await signUp(reader, '提交候补');
  await reader.see('候补第 1 位');
  await service.others(LECTURE, 1);
  await one?.cancel();
}

async function statuses(service: ServiceHands, wanted: readonly string[]): Promise<void> {
  const found = await service.registrations(LECTURE);
  if (found.join() !== wanted.join()) throw new Error(`${found.join()}，应为 ${wanted.join()}`);
}

export default [
  serviceJourney('工会取消了场次：首页有提示，消息和凭证都说明原因', async (reader, service) => {
    const { open, tap, see } = reader;
    await signUp(reader, '提交报名');
    await see('报名成功');
    await service.staff(`POST /sessions/${LECTURE}/cancel`, { message: '讲师生病，改日另行通知' });
    await open('/pages/home/index');
    await see('你有一项预约有变动');
    await tap('你有一项预约有变动');
    await see('工会已取消', '讲师生病，改日另行通知');
    await open(MINE);
    await see('这一场已取消');
  }),

  serviceJourney('换了地点：凭证上写着从哪里换到哪里', async (reader, service) => {
    const { open, tap, see } = reader;
    await signUp(reader, '提交报名');
    await see('报名成功');
    const place = await changePlace(service, LECTURE, '演示楼', { floor: '3 楼' });
    const changes = [`地点：${place} → 演示楼`, '楼层：5 楼会议室 → 3 楼'];
    await open('/pages/home/index');
    await tap('你有一项预约有变动');
    await see('场次信息有变动', ...changes);
    await open(MINE);
    await tap('劳动合同讲座');
    await see('报名成功', ...changes, '渝中区演示路 5 号', '3 楼', '拨打 12351');
  }),

  serviceJourney('为我保留的名额：看到才开始计时，从首页点进去确认', async (reader, service) => {
    const { open, tap, see } = reader;
    await offered(reader, service);
    // Longer than the hold: nobody has told her yet, so nothing is lost.
    await service.wait(5 * HOUR);
    await statuses(service, ['cancelled', 'booked', 'waitlist', 'waitlist']);
    await open('/pages/home/index');
    // With a time as soon as the service has heard that the offer was seen.
    await tap('有名额了，请');
    await see('已为你保留', '前确认有效');
    await tap('确认名额');
    await see('报名成功');
    await statuses(service, ['cancelled', 'booked', 'booked', 'waitlist']);
  }),

  serviceJourney('为我保留的名额，我不要：让给下一位', async (reader, service) => {
    const { open, tap, see } = reader;
    await offered(reader, service);
    await open('/pages/home/index');
    await tap('有名额了，请');
    await see('已为你保留');
    await tap('退出候补');
    await see('退出候补？');
    await tap('确定退出');
    await see('已取消');
    await statuses(service, ['cancelled', 'booked', 'cancelled', 'waitlist']);
    await see('本人已取消');
  }),

  serviceJourney('看到了没有确认：到时间让给下一位，并说明原因', async (reader, service) => {
    const { open, tap, see } = reader;
    await offered(reader, service);
    await open('/pages/home/index');
    await tap('有名额了，请');
    await see('前确认有效');
    await service.wait(2 * HOUR);
    await statuses(service, ['cancelled', 'booked', 'cancelled', 'waitlist']);
    await open(MINE);
    await see('已取消');
    await tap('劳动合同讲座');
    await see('确认超时，名额已给下一位');
  }),

  serviceJourney(
    '报名待核对：提交时答应的微信通知算数，地点变了和退回的原因都看得到',
    async (reader, service) => {
      const { open, see, tap, answerNext } = reader;
      // Somebody else has a place for the same person already.
      await service.staff(`POST /sessions/${LECTURE}/registrations`, {
        person: { name: '演示人', phone: '19900000001' },
        agreed: true,
      });
      await open(form(LECTURE));
      await fillInEvent(reader);
      answerNext('yes');
      await tap('提交报名');
      await see('待工会核对');
      const isSubscribed = (): boolean => service.line.writes.some((one) => /me\/held\/.*subscriptions$/.test(one));
      await until(() => Promise.resolve(isSubscribed()), '答应的没有告诉后台');
      await changePlace(service, LECTURE, '示例楼二层');
      await open('/features/registration/pages/notices/index');
      await see('场次信息有变动', '示例楼二层');
      const { held } = v.parse(HeldCasesWire, await service.staff('GET /held'));
      const [one] = held;
      await service.staff(`PUT /held/${one?.id}`, {
        decision: 'return',
        reason: '本人说没有换手机',
        seen: one?.registered?.registrationId,
      });
      await open(MINE);
      await see('未通过核对', '本人说没有换手机');
    },
    // Browsers have no messages of WeChat's.
    { only: 'weapp' },
  ),
];
