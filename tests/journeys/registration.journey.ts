/** Signing up, on good lines and on bad ones: in the end there is one registration, and nothing was claimed before. */
import { residentId } from '../service/support/service';
import { serviceJourney, until, type ServiceHands } from './language';
import { fillInEvent, fillInScreening, form, MINE, SIGN_UP, TICKET } from './sign-up';
import { changePlace } from './waiting-list.journey';

const FIRST = 'demo-screening-1';

/** The session's registrations are these, by their status in order of arrival. */
async function registered(service: ServiceHands, session: string, wanted: readonly string[]): Promise<void> {
  const found = await service.registrations(session);
  if (found.join() !== wanted.join())
    throw new Error(`${session} 里是 ${found.join() || '空的'}，应为 ${wanted.join()}`);
}

export default [
  // Only WeChat asks for its privacy guideline.
  serviceJourney(
    '不同意微信的隐私指引：手动选区县找驿站、手工填号码报名都行，没做成的明说',
    async (reader, { registrations }) => {
      const { open, see, tap, at, toasts } = reader;
      await open('/features/stations/pages/list/index');
      await tap('使用我的位置');
      await see('未开启定位权限');
      await tap('选择地点');
      await tap('綦江区');
      await see('綦江区');
      await open(form('demo-event-badminton'));
      await fillInEvent(reader);
      await tap('提交报名');
      await at(TICKET);
      await see('报名成功');
      await tap('添加到手机日历');
      await until(
        async () => (await toasts()).includes('未开启日历权限，可以在设置里打开'),
        'nothing says why the calendar has no entry',
      );
      if ((await registrations('demo-event-badminton')).join() !== 'booked') throw new Error('not booked');
    },
    { only: 'weapp', refusesPrivacy: true },
  ),

  serviceJourney('报名：一步一问，核对，报上，凭证没网也在', async (reader, service) => {
    const { open, tap, see, dontSee, at, back } = reader;
    await open(form(FIRST));
    await see('演示医院（渝中）', '第 1 步，共 5 步');
    await tap('下一步');
    await see('请检查 1 处', '请填写姓名');
    await fillInScreening(reader);
    await dontSee(residentId(1));
    await tap('改手机号');
    await see('第 2 步');
    await tap('下一步');
    await see('请核对后提交');
    await tap('提交报名');
    await at(TICKET);
    await see('报名成功', '演示医院（渝中）', '演＊＊', '编号', '不冲洗阴道', '携带', '身份证');
    await registered(service, FIRST, ['booked']);
    await see('渝中区演示路 1 号', '门诊楼 3 楼体检科', '拨打 12351');
    await tap('添加到手机日历');
    await tap('出发前再提醒');
    await see('会在手机日历里另加一条');
    await tap('提前 1 小时');
    await tap('保存凭证图片');
    await until(async () => (await reader.pictures()).join() === '720x1280', 'no picture of the ticket was saved');
    service.line.cut();
    await open(MINE);
    await see('网络连接失败', '报名成功');
    await tap('演示医院（渝中）');
    await at(TICKET);
    await see('报名成功', '演＊＊', '到场请出示给工作人员扫码');
    await back();
    await at(MINE);
  }),

  // Only WeChat asks before something is written to the album, and tells the app of a screenshot.
  serviceJourney(
    '凭证图片：不给相册权限就说去哪里开；截屏时说截图不会更新',
    async (reader) => {
      const { open, tap, see, dontSee, at, answerNext, pictures, takeScreenshot } = reader;
      await open(form('demo-event-badminton'));
      await fillInEvent(reader);
      await tap('提交报名');
      await at(TICKET);
      await see('报名成功', '保存凭证图片');
      answerNext('no');
      await tap('保存凭证图片');
      if ((await pictures()).length > 0) throw new Error('a picture without permission');
      await dontSee('截图不会更新');
      await takeScreenshot();
      await see('截图不会更新，改期或取消后作废');
    },
    { only: 'weapp', allowsAlbum: false },
  ),

  serviceJourney('母女：给自己报一个名，再帮母亲报一个，凭证上是母亲的姓，写着谁代报', async (reader, service) => {
    const { open, tap, type, see, dontSee, at } = reader;
    await open(form(FIRST));
    await see('为谁报名');
    await fillInScreening(reader);
    await tap('提交报名');
    await at(TICKET);
    await see('报名成功');
    await dontSee('代报');
    await open(form(FIRST));
    await see('你已报名这个场次');
    await tap('为其他人报名');
    await see('你是这位家人的');
    await tap('女儿');
    await type('家人的姓名', '母演示');
    await tap('下一步');
    await see('有变动时也通知本人');
    await type('家人的手机号', '19900000003');
    await type('你的手机号', '19900000001');
    await tap('下一步');
    await type('家人的身份证号', residentId(9, { born: '19650305' }));
    await tap('下一步');
    await see('家人本人的同意');
    await tap('下一步');
    await see('请检查 2 处');
    await tap('我同意帮家人报名');
    await tap('家人本人已同意');
    await tap('下一步');
    await see('请核对后提交', '母演示', '女儿', '19900000003', '19900000001');
    await tap('提交报名');
    await at(TICKET);
    await see('报名成功', '母＊＊', '女儿代报', '为家人 母演示 报名');
    await registered(service, FIRST, ['booked', 'booked']);
    await open(MINE);
    await see('为家人 母演示 报名');
    await changePlace(service, FIRST, '演示医院（新楼）');
    // Both are told: the daughter of her own place and in the app of both, the mother on her own telephone.
    const { sms } = await service.deliver();
    if ([...sms].sort().join() !== '19900000001,19900000003') throw new Error(`短信发给了 ${sms.join() || '没有人'}`);
    await open('/features/registration/pages/notices/index');
    await see('场次信息有变动', '演示医院（新楼）', '为家人 母＊＊ 报名');
  }),

  // Browsers have no such button.
  serviceJourney(
    '手机号用微信的：不给也不丢，给了填好还能改',
    async (reader) => {
      const { open, tap, type, see, dontSee, answerNext } = reader;
      await open(form(FIRST));
      await type('你的姓名', '演示人');
      await tap('下一步');
      await type('手机号', '1990000');
      answerNext('no');
      await tap('使用微信手机号');
      await see('未授权微信手机号', '1990000');
      answerNext('yes');
      await tap('使用微信手机号');
      await see('已填入微信绑定的手机号', '19900000007');
      await dontSee('手机号应为 11 位');
      await tap('下一步');
      await see('第 3 步');
    },
    { only: 'weapp' },
  ),

  serviceJourney(
    '前一天提醒我：答应了才有，到那天发一次，点开是凭证',
    async (reader, service) => {
      const { open, tap, see, dontSee, answerNext } = reader;
      await open(form(FIRST));
      await fillInScreening(reader);
      // The sheet of the sign-up asks first; a no leaves the ticket's button.
      answerNext('no');
      await tap('提交报名');
      await see('报名成功', '10:00 发送一次微信提醒');
      answerNext('no');
      await tap('提醒我');
      await see('未开启提醒，名额不受影响');
      answerNext('yes');
      await tap('提醒我');
      await see('改期会随之更新');
      await dontSee('未开启提醒');
      const sent = await service.sendReminders(Date.parse('2026-02-12T10:00:00+08:00'));
      const [page] = /features\/registration[^"]+/.exec(sent[0] ?? '') ?? [];
      if (sent.length !== 1 || !page) throw new Error(`发了 ${sent.length} 条：${sent[0]}`);
      await open(`/${page}`);
      await see('报名成功', '微信提醒已发送', '编号');
    },
    // Browsers have no messages of WeChat's.
    { only: 'weapp' },
  ),

  serviceJourney('还没开始报名：记下提醒，没有网络也行，开始了收到消息去报名', async (reader, service) => {
    const { open, tap, see, dontSee, at, network } = reader;
    await open('/features/events/pages/detail/index?id=demo-screening-3');
    await see('未开始报名');
    await network('none');
    await tap('开始报名时提醒我');
    await see('已保存在本机，联网后自动提交');
    await network('wifi');
    await see('已设置');
    await tap('查看我的提醒');
    await see('开始报名，届时通知', '两癌筛查（演示）');
    if ((await service.tellOfOpenings()) !== 0) throw new Error('还没开始就通知了');
    await service.updateSession('demo-screening-3', { opens_at: service.now() - 1000 });
    if ((await service.tellOfOpenings()) !== 1) throw new Error('开始了没有通知');
    if ((await service.tellOfOpenings()) !== 0) throw new Error('通知了两次');
    await open('/features/registration/pages/alerts/index');
    await see('没有等待的场次');
    await open('/features/registration/pages/notices/index');
    await see('可以报名了', '两癌筛查（演示）');
    await tap('可以报名了');
    await at('/features/events/pages/detail/index');
    await see('还有 40 个名额');
    await dontSee('开始报名时提醒我');
  }),

  serviceJourney(
    '开始报名时提醒：微信问一次，答应了就发一次',
    async (reader, service) => {
      const { open, tap, see, answerNext } = reader;
      await open('/features/events/pages/detail/index?id=demo-screening-3');
      await see('未开始报名');
      answerNext('yes');
      await tap('开始报名时提醒我');
      await see('已设置');
      await until(
        () => Promise.resolve(service.line.writes.some((write) => /session-alerts.*subscriptions$/.test(write))),
        '答应的没有告诉后台',
      );
      await service.updateSession('demo-screening-3', { opens_at: service.now() - 1000 });
      await service.tellOfOpenings();
      const { wechat } = await service.deliver();
      const [page] = /features\/registration[^"]+/.exec(wechat[0] ?? '') ?? [];
      if (wechat.length !== 1 || !page) throw new Error(`发了 ${wechat.length} 条：${wechat[0]}`);
      await open(`/${page}`);
      await see('可以报名了', '两癌筛查（演示）');
    },
    // Browsers have no messages of WeChat's.
    { only: 'weapp' },
  ),

  serviceJourney('满了排候补，有人取消就轮到我', async (reader, service) => {
    const { open, tap, see, at } = reader;
    await service.updateSession(FIRST, { capacity: 2 });
    const [one] = await service.others(FIRST, 4);
    await open(form(FIRST));
    await fillInScreening(reader);
    await see('进入候补');
    await tap('提交候补');
    await at(TICKET);
    await see('候补第 3 位', '有人取消就会轮到你');
    await one?.cancel();
    await open(MINE);
    await see('候补第 2 位');
    await registered(service, FIRST, ['cancelled', 'booked', 'booked', 'waitlist', 'waitlist']);
  }),

  serviceJourney('我取消，名额给了别人；再报要重新排', async (reader, service) => {
    const { open, tap, see, at } = reader;
    await service.updateSession(FIRST, { capacity: 1 });
    await open(form(FIRST));
    await fillInScreening(reader);
    await tap('提交报名');
    await see('报名成功');
    await service.others(FIRST, 1);
    await registered(service, FIRST, ['booked', 'waitlist']);
    await tap('取消报名');
    await see('取消报名？', '名额会立即让给候补的下一位');
    await tap('确定取消');
    await see('已取消');
    await registered(service, FIRST, ['cancelled', 'booked']);
    await see('报名记录', '本人已取消');
    await tap('重新报名');
    await at(SIGN_UP);
    await see('第 1 步，共 5 步');
  }),

  serviceJourney('留给我的名额，点了确认才算', async (reader, service) => {
    const { open, tap, see } = reader;
    const lecture = 'demo-event-lecture';
    const [one] = await service.others(lecture, 2);
    await open(form(lecture));
    await fillInEvent(reader);
    await tap('提交候补');
    await see('候补第 1 位');
    await one?.cancel();
    await open(MINE);
    await see('有名额了');
    await tap('劳动合同讲座');
    await see('已为你保留', '前确认有效', '还有');
    await tap('确认名额');
    await see('报名成功');
    await registered(service, lecture, ['cancelled', 'booked', 'booked']);
  }),

  serviceJourney('改期：新的定了才换，断在路上也只有一个名额', async (reader, service) => {
    const { open, tap, see } = reader;
    await open(form(FIRST));
    await fillInScreening(reader);
    await tap('提交报名');
    await see('报名成功');
    await tap('改期');
    await see('选择新场次', '改期成功后才会释放原名额');
    service.line.loseNext('request');
    await tap('演示医院（沙坪坝）');
    await tap('确认改期');
    await see('报名成功', '演示医院（沙坪坝）', '编号');
    await registered(service, FIRST, []);
    await registered(service, 'demo-screening-2', ['booked']);
  }),

  serviceJourney('没网时提交：存着，不说报上了；有网了自己发，只报一次', async (reader, service) => {
    const { open, tap, see, dontSee, network, at } = reader;
    await open(form(FIRST));
    await fillInScreening(reader);
    await network('none');
    await tap('提交报名');
    await see('等待提交', '名额尚未保留');
    await dontSee('编号');
    await registered(service, FIRST, []);
    await network('wifi');
    await at(TICKET);
    await see('报名成功');
    await registered(service, FIRST, ['booked']);
  }),

  serviceJourney('发出去丢在路上：同一个编号再发', async (reader, service) => {
    await reader.open(form(FIRST));
    await fillInScreening(reader);
    service.line.loseNext('request');
    await reader.tap('提交报名');
    await reader.at(TICKET);
    await reader.see('报名成功');
    await registered(service, FIRST, ['booked']);
  }),

  serviceJourney('工会收到了，回音丢在路上：再发还是那一个', async (reader, service) => {
    await reader.open(form(FIRST));
    await fillInScreening(reader);
    service.line.loseNext('answer');
    await reader.tap('提交报名');
    await reader.at(TICKET);
    await reader.see('报名成功');
    await registered(service, FIRST, ['booked']);
    const tries = service.line.writes.filter((one) => one.endsWith('/registrations')).length;
    if (tries < 2) throw new Error('没有再发过');
  }),

  serviceJourney('回音没等到，应用被关掉：重开后查得到，只有一个', async (reader, service) => {
    const { open, tap, see, relaunch } = reader;
    await open(form(FIRST));
    await fillInScreening(reader);
    service.line.loseNext('answer');
    await tap('提交报名');
    await relaunch();
    await open(MINE);
    await see('报名成功');
    await registered(service, FIRST, ['booked']);
  }),

  serviceJourney('没有网络时报名：身份证号不以明文留在手机里，关掉重开也报得上', async (reader, service) => {
    const { open, tap, see, relaunch, keeps } = reader;
    await open(form(FIRST));
    await fillInScreening(reader);
    if (await keeps(residentId(1))) throw new Error('草稿里有身份证号');
    service.line.cut();
    await tap('提交报名');
    await see('暂未收到确认');
    if (!(await keeps('19900000001'))) throw new Error('报名没有存下来，这一条查不出什么');
    if (await keeps(residentId(1))) throw new Error('发件箱里有身份证号');
    await relaunch();
    service.line.mend();
    await open(MINE);
    await see('报名成功');
    await registered(service, FIRST, ['booked']);
  }),

  serviceJourney('填到一半应用被关掉：填过的还在', async (reader, service) => {
    const { open, tap, type, see, relaunch } = reader;
    await open(form(FIRST));
    await type('你的姓名', '演示人');
    await tap('下一步');
    await type('手机号', '1990000');
    await relaunch();
    service.line.cut();
    await open(form(FIRST));
    await see('网络连接失败', '第 2 步，共 5 步', '1990000');
    await type('手机号', '19900000001');
    await tap('下一步');
    await see('第 3 步，共 5 步');
  }),

  serviceJourney('登录过期：自己重新登录，照样报上', async (reader, service) => {
    const { open, tap, see } = reader;
    await open(form('demo-event-badminton'));
    await fillInEvent(reader);
    await tap('提交报名');
    await see('报名成功');
    await service.revokeLogins();
    await open(form(FIRST));
    await fillInScreening(reader);
    await tap('提交报名');
    await see('报名成功', '演示医院（渝中）');
    await registered(service, FIRST, ['booked']);
  }),

  serviceJourney('填表的时候截止了：说清楚，填的不丢，能报其他场次', async (reader, service) => {
    const { open, tap, see, dontSee } = reader;
    await open(form(FIRST));
    await fillInScreening(reader);
    await service.updateSession(FIRST, { closes_at: service.now() - 1000 });
    await tap('提交报名');
    await see('报名未成功', '报名已经截止', '填写的内容都在', '看看其他场次');
    await dontSee('编号');
    await tap('重新报名');
    await see('报名已截止');
    await open(form('demo-screening-2'));
    await see('第 1 步，共 5 步', '演示人');
    await registered(service, FIRST, []);
  }),

  serviceJourney(
    '手机时间慢一天：期限按工会的时间算',
    async (reader) => {
      const { open, tap, see } = reader;
      await open(form(FIRST));
      await see('慢了约 1 天', '本周五 09:00');
      await fillInScreening(reader);
      await tap('提交报名');
      await see('报名成功', '今天 12:');
    },
    { clockOffDays: -1 },
  ),

  serviceJourney(
    '手机时间快一天：还能报，登录不算过期',
    async (reader, service) => {
      await reader.open(form(FIRST));
      await reader.see('快了约 1 天');
      await fillInScreening(reader);
      await reader.tap('提交报名');
      await reader.see('报名成功');
      await registered(service, FIRST, ['booked']);
    },
    { clockOffDays: 1 },
  ),

  serviceJourney('我的信息：清除本机记录，退出登录，报名仍然有效', async (reader, service) => {
    const { open, tap, see, dontSee } = reader;
    await open(form(FIRST));
    await fillInScreening(reader);
    await tap('提交报名');
    await see('报名成功');
    await open('/pages/me/index');
    await tap('我的信息');
    await tap('清除本机记录');
    await see('账号不会退出');
    await tap('确定清除');
    await see('本机记录已清除');
    await tap('退出登录');
    await see('报名仍然有效');
    await tap('确定退出登录');
    await see('已退出登录', '没有你的任何信息');
    await dontSee('全部删除');
    await registered(service, FIRST, ['booked']);
  }),

  serviceJourney('我的信息：看同意过的，撤回，全部删除', async (reader, service) => {
    const { open, tap, see, dontSee } = reader;
    await open(form(FIRST));
    await fillInScreening(reader);
    await tap('提交报名');
    await see('报名成功');
    await open('/pages/me/index');
    await tap('我的信息');
    await see('用我的身份证号安排两癌筛查', '仅负责该活动的工作人员可见');
    await tap('导出我的信息');
    await see('我的信息-', '文件含个人信息');
    await tap('导出数据文件');
    await see('yugong-', '文件含个人信息');
    await tap('全部删除');
    await see('你的 1 个报名会取消');
    await tap('确定删除');
    await see('已全部删除', '清除本机记录', '没有你的任何信息');
    await tap('我的报名');
    await see('暂无报名');
    await dontSee('演示医院');
    await registered(service, FIRST, ['cancelled']);
  }),
];
