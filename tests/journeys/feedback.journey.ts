/** 投诉建议: from any page in one tap, kept without a network, answered by a clerk in the console, read on the phone. */
import { serviceJourney } from './language';

const WRITE = '/features/feedback/pages/write/index';
const MINE = '/features/feedback/pages/mine/index';
const SAID = '演示：这一页的列表点不开';

/** A complaint as the console's queue has it. */
const idOf = (queue: Record<string, unknown>): string => {
  const found = /"id":"(\w+)"/.exec(JSON.stringify(queue))?.[1];
  if (found === undefined) throw new Error(`nothing in the queue: ${JSON.stringify(queue)}`);
  return found;
};

export default [
  serviceJourney(
    '没网时投诉：先存着，有网了发到；管理台答复了，手机上看得到、能补充、能删掉',
    async (reader, { line, staff }) => {
      const { open, see, dontSee, tap, type, at, network, relaunch } = reader;
      await open('/pages/services/index');
      await tap('投诉建议、请回电');
      await at(WRITE);
      await see('个工作日内答复', '选一种', '关于哪一页', '服务');
      await network('none');
      await tap('提交');
      await see('请检查');
      await tap('投诉');
      await type('要说的事', SAID);
      await tap('提交');
      await see('待发送');
      await dontSee('已提交，编号');
      line.loseNext('answer');
      await network('wifi');
      // The first answer is lost on its way; the same key goes out again.
      await see('已提交，编号');
      // The app is killed and opened: still one, and nothing that was typed is lost or sent twice.
      await relaunch();
      await open(MINE);
      await see('已提交，等待答复', '投诉');
      const queue = await staff('GET /complaints');
      if (JSON.stringify(queue).includes('演示')) throw new Error('the queue tells what was written');
      const id = idOf(queue);
      const opened = JSON.stringify(await staff(`GET /complaints/${id}`));
      if (!opened.includes(SAID) || !opened.includes('"page":"pages/services/index"')) throw new Error(opened);
      await staff(`POST /complaints/${id}/messages`, { text: '已经修好，请再试一次' });
      await open('/features/registration/pages/notices/index');
      await tap('投诉建议有新答复');
      await at(MINE);
      await see('工会已答复', '已经修好，请再试一次', SAID);
      await type('补充', '还是点不开');
      await tap('提交补充');
      await see('处理中', '还是点不开');
      await tap('撤回并删除');
      await tap('删除');
      await see('暂无投诉建议');
      if (JSON.stringify(await staff('GET /complaints')).includes(id)) throw new Error('it is still in the queue');
    },
  ),

  serviceJourney('不想打字的请回电：只选时间和事情，留号码', async (reader, { staff }) => {
    const { open, see, tap, type, at } = reader;
    await open('/pages/home/index');
    await tap('投诉建议、请回电');
    await at(WRITE);
    await tap('请回电');
    await tap('驿站');
    await tap('工作日上午');
    await tap('提交');
    await see('请填写手机号，工会才能回电');
    await type('手机号', '199 0000 0001');
    await tap('提交');
    await see('已提交，编号');
    const id = idOf(await staff('GET /complaints'));
    const opened = JSON.stringify(await staff(`GET /complaints/${id}`));
    for (const said of ['"kind":"call-back"', '"text":"驿站"', '"phone":"19900000001"', '"callAt":"morning"'])
      if (!opened.includes(said)) throw new Error(`${said} is not in ${opened}`);
  }),
];
