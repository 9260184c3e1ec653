/** Legal aid: from what happened to what to do, how long there is, how much, and the application; then the union, once. */
import { journey, serviceJourney, until, type Reader } from './language';

const OVERVIEW = '/features/legal-aid/pages/overview/index';
const ASK = '/features/legal-aid/pages/ask/index';
const REQUESTS = '/features/legal-aid/pages/requests/index';
const SAID = '五月的工资没有发，找他要了三次';

/** Nothing that is stored says this: it is kept only where a file is, which may hold anything. */
const A_FILE = '只有文件里才可能有的一句话';

/** Answers what it takes to be somebody with unpaid wages who still works there. */
export async function interview({ open, tap, see, at }: Reader): Promise<void> {
  await open(OVERVIEW);
  await tap('发生了什么？一步步问');
  await see('碰到几件就选几件');
  await tap('拖着工资不发，或者没发够');
  await tap('下一个');
  await tap('没签，但听它安排、它发工资');
  await tap('还在上班');
  await see('第一天上班是哪天');
  await tap('不知道，跳过');
  await tap('看该怎么做');
  await at('/features/legal-aid/pages/route/index');
}

/** Fills in the request as far as a person does, and sends it. */
async function ask({ tap, type, see }: Reader): Promise<void> {
  await see('是哪方面的事');
  await tap('工资、加班费、扣款');
  await type('发生了什么，想要工会帮什么', SAID);
  await type('姓名', '演示人');
  await type('手机号', '199 0000 0001');
  await tap('我同意');
  await tap('发给工会');
}

export default [
  journey('从发生了什么，到怎么做、还剩几天、能要多少、申请书', async (reader) => {
    const { tap, type, see, back, at } = reader;
    await interview(reader);
    await see('今天就把证据存好', '用文字找单位要一次', '申请劳动仲裁', '不收费');
    await tap('还剩几天');
    await at('/features/legal-aid/pages/clock/index');
    await see('要工资：申请仲裁', '要工资没有期限');
    await back();
    await tap('算一算');
    await at('/features/legal-aid/pages/amounts/index');
    await tap('2026年1月');
    await type('2026年1月该发多少（元）', '5,200');
    await type('2026年1月发了多少（元）', '1200.5');
    await see('3,999.50 元', '劳动合同法第三十条');
    // What the answers are about is in the application already.
    await see('从申请书里拿掉这一项');
    await tap('去写申请书');
    await at('/features/legal-aid/pages/claim/index');
    await tap('继续：双方');
    await type('姓名', '演示人');
    await tap('直接看申请书');
    await see('请求裁决被申请人支付拖欠、克扣的工资3,999.50元', '申请人：演示人', '还没有填：');
    await tap('复制全文');
  }),

  journey(
    '三年七个月被辞退、五项请求：点 28 下、填 14 处以内写完申请书',
    async (reader) => {
      const counted = { taps: 0, fields: 0 };
      const tap = (words: string): Promise<void> => ((counted.taps += 1), reader.tap(words));
      const fill = (label: string, text: string): Promise<void> => ((counted.fields += 1), reader.type(label, text));
      // A day is chosen on the phone's own wheel: a tap, nothing typed.
      const pick = (label: string, day: string): Promise<void> => ((counted.taps += 1), reader.type(label, day));
      await reader.open('/features/legal-aid/pages/interview/index');
      for (const trouble of ['被辞退了，或者合同结束了', '拖着工资不发，或者没发够', '加班没给钱', '没给休年假'])
        await tap(trouble);
      await tap('下一个');
      await tap('没签，但听它安排、它发工资');
      await tap('已经离职');
      await pick('第一天上班是哪天', '2022-10-17');
      await tap('下一个');
      await pick('最后一天上班是哪天', '2026-05-15');
      await tap('下一个');
      await tap('单位叫我走，说不出法律上的理由');
      await tap('不知道，跳过');
      await tap('看该怎么做');
      await tap('写申请书');
      await fill('一个月应得多少（元）', '6500');
      await tap('2026年4月');
      await fill('工作日一共加了几小时', '96');
      await tap('2025年');
      await fill('到2025年，你一共工作过几年', '6');
      await tap('较高：71,500 元');
      await tap('继续：双方');
      await fill('姓名', '演示人');
      await tap('女');
      await pick('出生日期', '1985-06-02');
      await fill('职业', '保洁');
      await fill('住址', '演示区演示路1号');
      await fill('手机号', '19900000000');
      await fill('单位全称', '演示物业有限公司');
      await fill('单位地址', '演示区演示路2号');
      await fill('单位的电话', '023-00000000');
      await fill('法定代表人或负责人的姓名', '演示甲');
      await fill('这个人的职务', '经理');
      await tap('继续：经过');
      await tap('继续：证据');
      await tap('工资到账记录');
      await tap('继续：看一遍');
      await reader.see('5. 请求裁决', '以上第1项至第5项金额合计');
      await reader.dontSee('还没有填：');
      if (counted.taps > 28 || counted.fields > 14)
        throw new Error(`点了 ${counted.taps} 下，填了 ${counted.fields} 处`);
    },
    // The harness of the mini-program doesn't turn the phone's own wheel for days.
    { today: '2026-06-01', only: 'h5' },
  ),

  journey('从权利到出处、还没有定论的和下一步；按人们说的话也搜得到', async (reader) => {
    const { open, tap, type, see, at, calls } = reader;
    await open(OVERVIEW);
    await tap('你有哪些权利');
    await at('/features/legal-aid/pages/rights/index');
    await see('产假、流产假、产检和哺乳', '接单受伤：新职伤（职业伤害保障）');
    await tap('病假工资');
    await see('重庆市企业职工病假待遇暂行规定第四条', '转述或转载，要用之前请核实', '还没有定论的');
    await tap('打 12351');
    if ((await calls()).length === 0) throw new Error('the union wasn’t called');
    await open('/features/search/pages/search/index');
    await type('搜案例、动态、驿站、法律规定', '女的几岁退休');
    await tap('多少岁退休');
    await at('/features/legal-aid/pages/rights/index');
    await see('国务院关于渐进式延迟法定退休年龄的办法第一条', '你是哪一类');
    await tap('女，原来 50 岁退休的');
  }),

  serviceJourney('没网时写给工会：先存着，有网了发到，正好一份', async (reader, { requests, line }) => {
    const { open, see, tap, network, relaunch, switchTab, at } = reader;
    await open(ASK);
    await see('是哪方面的事');
    await network('none');
    await see('现在没有网络');
    await ask(reader);
    await see('工会还没有收到', '待发送');
    line.loseNext('answer');
    await network('wifi');
    // The first answer is lost on its way; the same key goes out again.
    await see('已提交，等待受理');
    if (line.writes.length < 2) throw new Error('没有丢过回音，这一条查不出什么');
    // The app is killed and opened: still one.
    await relaunch();
    await switchTab('我的');
    await tap('我的维权求助');
    await at(REQUESTS);
    await see('已提交，等待受理');
    if ((await requests()).join() !== 'received') throw new Error(`工会有 ${(await requests()).join()}`);
  }),

  serviceJourney('工会回复了：看得到、能补充、能撤回、能删掉', async (reader, { requests, answerRequest }) => {
    const { open, see, dontSee, tap, type, switchTab, at } = reader;
    await open(ASK);
    await ask(reader);
    await see('已提交，等待受理');
    await answerRequest('带上合同和工资记录来');
    await open('/pages/me/index');
    await see('有新回复');
    await tap('我的维权求助');
    await at(REQUESTS);
    await see('工会已回复');
    await tap('查看回复、补充、撤回');
    await see('带上合同和工资记录来', SAID, '演示人，19900000001');
    await type('补充或回复', '明天上午来');
    await tap('发给工会');
    await see('明天上午来', '已受理，处理中');
    await tap('撤回');
    await see('撤回这件求助？');
    // The sheet's own button comes after the page's.
    await tap('撤回并告诉工会');
    await see('已撤回');
    if ((await requests()).join() !== 'withdrawn') throw new Error(`工会有 ${(await requests()).join()}`);
    await tap('从服务器删除');
    await tap('确定删除');
    await at(REQUESTS);
    await see('还没有给工会写过');
    if ((await requests()).length !== 0) throw new Error('工会那里还在');
    await open('/pages/me/index');
    await dontSee('有新回复');
    await switchTab('首页');
  }),

  serviceJourney(
    '发给工会时微信问一次：答应了才有答复的通知，不答应照样发到，再写一次再问',
    async (reader, { requests, line, answerRequest }) => {
      const { open, see, tap, type, answerNext } = reader;
      const asked = (): string[] => line.writes.filter((write) => write.endsWith('/subscriptions'));
      await open(ASK);
      answerNext('no');
      await ask(reader);
      await see('已提交，等待受理');
      await tap('另写一份');
      answerNext('yes');
      await ask(reader);
      await see('已提交，等待受理');
      await until(() => Promise.resolve(asked().length > 0), '答应的没有告诉后台');
      if ((await requests()).length !== 2) throw new Error('求助没有都发到');
      if (asked().length !== 1) throw new Error(`没有答应的也告诉了后台：${asked().join()}`);
      // A yes is used up by one answer.
      await answerRequest('带上合同来');
      await open(REQUESTS);
      await tap('查看回复、补充、撤回');
      await see('带上合同来');
      answerNext('yes');
      await type('补充或回复', '明天上午来');
      await tap('发给工会');
      await see('明天上午来');
      await until(() => Promise.resolve(asked().length > 1), '再写一次时没有再问');
    },
    // Browsers have no messages of WeChat's.
    { only: 'weapp' },
  ),

  serviceJourney('求助时的同意：我的信息里看得到，撤回就都删掉', async (reader, { requests }) => {
    const { open, see, tap } = reader;
    await open(ASK);
    await ask(reader);
    await see('已提交，等待受理');
    await open('/pages/me/index');
    await tap('我的信息');
    await see('把我写的事情交给工会的法律援助人员');
    await tap('撤回');
    await see('1 件求助及沟通记录会删除');
    // The sheet's own button comes after the page's.
    await tap('撤回同意');
    await see('已撤回', '已从服务器删除', '暂无');
    if ((await requests()).length !== 0) throw new Error('撤回以后工会那里还在');
  }),

  serviceJourney('别人也用这部手机：清空以后，手机里什么也没有', async (reader, { line }) => {
    const { open, see, tap, keeps, relaunch } = reader;
    await interview(reader);
    await open(ASK);
    line.cut();
    await ask(reader);
    await see('暂未收到确认');
    if (!(await keeps(SAID)) || !(await keeps('wages'))) throw new Error('草稿没有存下来，这一条查不出什么');
    await tap('清空我填的');
    await see('清空你填的？', '工会已经收到的求助还在工会那里');
    await tap('清空，不留');
    await see('都清空了');
    for (const text of [SAID, 'wages', '演示人', '199 0000 0001', '19900000001'])
      if (await keeps(text)) throw new Error(`手机里还有“${text}”`);
    line.mend();
    await relaunch();
    await open(OVERVIEW);
    await see('发生了什么？一步步问');
  }),

  serviceJourney(
    '微信里做成 Word：先说明要发出去，同意了才发，清空时文档也没了',
    async (reader, { line }) => {
      const { open, see, tap, type, keeps } = reader;
      await open('/features/legal-aid/pages/claim/index');
      await tap('继续：双方');
      await type('姓名', '演示人');
      await tap('直接看申请书');
      await tap('生成 Word 文档');
      await see('上传生成 Word 文档？', '生成后立即删除');
      if (line.writes.length > 0) throw new Error('还没同意就发了');
      await tap('上传并生成');
      await until(() => keeps(A_FILE), '文档没有写下来');
      if (line.writes.join() !== 'POST /api/v1/legal-aid/document?as=base64') throw new Error(line.writes.join());
      await tap('清空我填的');
      await tap('清空，不留');
      await see('都清空了');
      if (await keeps('演示人')) throw new Error('文档还在');
    },
    { only: 'weapp' },
  ),
];
