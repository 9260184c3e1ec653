/** Women's screening: from "is it for me?" to "see you Friday", with nothing of hers sent on the way. */
import { residentId } from '../service/support/service';
import { journey, serviceJourney } from './language';

const OVERVIEW = '/features/screening/pages/overview/index';
const CHECK = '/features/screening/pages/check/index';
const DAYS = '/features/screening/pages/days/index';
const AFTER = '/features/screening/pages/after/index';

export default [
  serviceJourney('从“我能查吗”到“周五见”', async ({ open, tap, type, see, at }, service) => {
    await open('/pages/home/index');
    await tap('两癌筛查');
    await at(OVERVIEW);
    await see('最近：本周五 09:00', '还有 30 个名额', '疼不疼');
    await tap('我能查吗');
    await at(CHECK);
    await see('第 1 题，共 4 题', '不会上传');
    await tap('下一题');
    await see('请选择一项');
    await tap('35—64 岁');
    await tap('下一题');
    await tap('外卖、快递、网约车、货运、直播这类');
    await tap('下一题');
    await tap('从来没做过');
    await tap('下一题');
    await tap('不是');
    await tap('查看结果');
    await see('有你可以参加的项目', '初步符合条件', '年龄在 35—64 周岁', '暂不能确定', '以主办单位通知为准');
    if (service.line.writes.length > 0) throw new Error(`回答被发出去了：${service.line.writes.join()}`);
    await tap('选择日期');
    await at(DAYS);
    await see('本周五 09:00', '还有 30 个名额');
    await tap('演示医院（渝中）');
    await see('第 1 步，共 5 步');
    await type('你的姓名', '演示人');
    await tap('下一步');
    await type('手机号', '19900000001');
    await tap('下一步');
    await type('身份证号', residentId(1));
    await tap('下一步');
    await tap('我同意用我的姓名和手机号报名');
    await tap('我同意用我的身份证号安排两癌筛查');
    await tap('下一步');
    await tap('提交报名');
    await see('报名成功', '本周五 09:00', '参加前准备', '不同房');
    const found = await service.registrations('demo-screening-1');
    if (found.join() !== 'booked') throw new Error(`场次里是 ${found.join()}`);
  }),

  serviceJourney('回头改一个回答，别的都还在；对不上的，说去哪里', async ({ open, tap, see, at }) => {
    await open(CHECK);
    await see('共 4 题');
    await tap('65 岁及以上');
    await tap('下一题');
    await tap('私营、民营或外资企业');
    await tap('下一题');
    await tap('记不清了');
    await tap('上一题');
    await tap('下一题');
    await tap('下一题');
    await tap('说不准');
    await tap('查看结果');
    await at(CHECK);
    await see('不符合本项目条件', '只到 64 周岁，你过了', '其他办法', '妇幼保健院', '12351');
    await tap('修改：只到 64 周岁，你过了');
    await see('你多大年纪');
    await tap('35—64 岁');
    await tap('下一题');
    await tap('下一题');
    await tap('下一题');
    await tap('查看结果');
    await see('年龄在 35—64 周岁', '上次是什么时候还说不准');
  }),

  serviceJourney(
    '避开经期：两个日期只在手机上，一个字也不发',
    async ({ open, tap, type, see, dontSee }, service) => {
      await open(DAYS);
      await see('本周五 09:00', '周末');
      await dontSee('最近一次月经第一天');
      await tap('周末');
      await see('本周日 14:00');
      await dontSee('本周五 09:00');
      await tap('周末');
      await tap('避开经期');
      await see('月经干净 3 天以后再来', '不会上传');
      await type('最近一次月经第一天', '2026-02-09');
      await type('上上次月经第一天', '2026-01-12');
      await see('按平均 28 天算', '按填写的日期，这天需要避开');
      await tap('演示医院（沙坪坝）');
      await see('第 1 步，共 5 步');
      if (service.line.writes.length > 0) throw new Error(`发出去了：${service.line.writes.join()}`);
      await open(DAYS);
      await see('避开经期');
    },
    { only: 'h5' },
  ),

  journey('没有服务：说知道的，给电话，不留死路', async ({ open, tap, see, at, calls }) => {
    await open(OVERVIEW);
    await see('网络连接失败', '12351', '乳腺彩超');
    await tap('选择日期，报名');
    await at(DAYS);
    await see('场次加载失败', '暂时无法加载场次');
    await tap('打 12351 咨询工会');
    if (!(await calls()).join().includes('12351')) throw new Error('没有打 12351');
  }),

  serviceJourney('查完以后：被叫回去，知道是什么意思、找谁、钱不够怎么办', async ({ open, tap, see }, service) => {
    await open(AFTER);
    await see('是否收到结果', '不会上传');
    await tap('已收到，需要复查');
    await see('别慌', '不是确诊', '困难职工档案', '12351');
    await tap('结果是什么意思');
    await see('让你再去查一次，多数时候不是癌', '来源');
    if (service.line.writes.length > 0) throw new Error(`发出去了：${service.line.writes.join()}`);
  }),

  journey('想知道疼不疼：一句话先答，再说出处', async ({ open, tap, see }) => {
    await open(OVERVIEW);
    await tap('疼不疼，会不会难为情');
    await see('多数人只是有点不舒服', '不能代替医生', '来源');
    await tap('结果是什么意思');
    await see('多数时候不是癌');
  }),
];
