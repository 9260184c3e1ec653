/** Events: seen in the list or the calendar, joined alone or as a team, waited for, given back. */
import { serviceJourney, type Reader, type ServiceHands } from './language';
import { fillInEvent, form, MINE, nameAndPhone, SIGN_UP, TICKET } from './sign-up';

const EVENT = '/features/events/pages/detail/index';
const BADMINTON = 'demo-event-badminton';
const TEAM = 'demo-team-basketball';
const page = (session: string): string => `${EVENT}?id=${session}`;

async function registered(service: ServiceHands, session: string, wanted: readonly string[]): Promise<void> {
  const found = await service.registrations(session);
  if (found.join() !== wanted.join())
    throw new Error(`${session} 里是 ${found.join() || '空的'}，应为 ${wanted.join()}`);
}

async function fillInTeam(reader: Reader): Promise<void> {
  const { tap, type, see } = reader;
  await nameAndPhone(reader);
  await see('3 到 5 人一队', '你是队长');
  await type('队员 1 的姓名', '演示甲');
  await tap('下一步');
  await see('请填写第 2 位队员的姓名');
  await type('队员 2 的姓名', '演示 乙');
  await tap('添加队员');
  await type('队员 3 的姓名', '演示丙');
  await tap('移除队员 1');
  await tap('添加队员');
  await type('队员 3 的姓名', '演示丁');
  await tap('下一步');
  await tap('我同意用我的姓名和手机号报名');
  await tap('下一步');
  await see('请检查 1 处');
  await tap('我同意把队员的姓名交给主办的工会');
  await tap('下一步');
  await see('请核对后提交', '队员（含你共 4 人）', '演示乙、演示丙、演示丁');
}

export default [
  serviceJourney('活动：从列表进去，报上，活动页和日历都记得', async (reader, service) => {
    const { open, tap, see, at } = reader;
    await open('/pages/home/index');
    await tap('工会活动');
    await see('正在报名', '还有 16 个名额');
    await tap('羽毛球友谊赛（演示）');
    await at(EVENT);
    await see('还有 16 个名额', '演示体育馆，九龙坡区', '演示工会', '2月16日');
    await tap('报名');
    await at(SIGN_UP);
    await fillInEvent(reader);
    await tap('提交报名');
    await at(TICKET);
    await see('报名成功', '演＊＊');
    await registered(service, BADMINTON, ['booked']);
    await open(page(BADMINTON));
    await see('报名成功', '还有 15 个名额');
    await tap('查看我的报名');
    await at(TICKET);
    await open('/pages/calendar/index?day=2026-02-16');
    await see('羽毛球友谊赛（演示）', '报名成功');
    await tap('羽毛球友谊赛（演示）');
    await at(TICKET);
  }),

  serviceJourney('日历里的一场，点进去是那一场；添加到手机日历，带提醒', async ({ open, tap, see, at }) => {
    await open('/pages/calendar/index?day=2026-02-13');
    await see('两癌筛查（演示）', '还有 30 个名额');
    await tap('两癌筛查（演示）');
    await at(EVENT);
    await see('还有 30 个名额', '女职工，35 到 64 岁', '谁可以参加');
    await tap('添加到手机日历');
    await see('设置提醒');
    await tap('提前 1 天');
    await see('两癌筛查（演示）');
  }),

  serviceJourney('活动满了：排候补，知道排第几；不去了就退', async (reader, service) => {
    const { open, tap, see, at } = reader;
    await service.updateSession(BADMINTON, { capacity: 2 });
    await service.others(BADMINTON, 3);
    await open(page(BADMINTON));
    await see('已满，可候补', '前面 1 人');
    await tap('报名候补');
    await at(SIGN_UP);
    await fillInEvent(reader);
    await tap('提交候补');
    await see('候补第 2 位');
    await registered(service, BADMINTON, ['booked', 'booked', 'waitlist', 'waitlist']);
    await tap('退出候补');
    await tap('确定退出');
    await see('已取消');
    await registered(service, BADMINTON, ['booked', 'booked', 'waitlist', 'cancelled']);
  }),

  serviceJourney('队长带队报名：一队一个名额，凭证上写着全队；断在路上也只有一队', async (reader, service) => {
    const { open, tap, see, dontSee, at } = reader;
    await open(page(TEAM));
    await see('还有 8 队', '3 到 5 人一队，含队长');
    await tap('报名');
    await at(SIGN_UP);
    await fillInTeam(reader);
    service.line.loseNext('answer');
    await tap('提交报名');
    await at(TICKET);
    await see('报名成功', '全队 4 人', '演示乙、演示丙、演示丁');
    await dontSee('演示甲');
    await registered(service, TEAM, ['booked']);
    await open(page(TEAM));
    await see('报名成功', '还有 7 队');
    await open(form(TEAM));
    await see('你已报名这个场次');
    // The names are the others': without a network the ticket is there, and they are not.
    service.line.cut();
    await open(MINE);
    await tap('演示文化宫广场');
    await see('报名成功', '队员名单不保存在本机');
  }),
];
