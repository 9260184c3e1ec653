/** How the operator says which SMS and which templates of WeChat's there are: what is read, and what is refused in which words. */
import { readSms } from '../../server/src/sms';
import { readTemplates } from '../../server/src/wechat';
import { fillTemplate } from '../../server/src/wechat/templates';

const templates = ['offered 1000001', 'displaced 1000002', 'moved 1000003', 'changed 1000004', 'cancelled 1000005'];
const env = {
  YUGONG_SMS_SECRET_ID: 'ID12345678',
  YUGONG_SMS_SECRET_KEY: 'KEY1234567',
  YUGONG_SMS_APP: '1400000000',
  YUGONG_SMS_SIGNATURE: '演示工会',
  YUGONG_SMS_TEMPLATES: templates.join('\n'),
  YUGONG_SMS_RECEIPT_TOKEN: 'a'.repeat(32),
  YUGONG_SMS_HOURLY: '500',
  YUGONG_SMS_DAILY: '2000',
};

describe('the settings of SMS', () => {
  it('are none without a key', () => {
    expect(readSms({})).toBeNull();
    expect(readSms({ ...env, YUGONG_SMS_SECRET_ID: '', YUGONG_SMS_SECRET_KEY: '' })).toBeNull();
  });

  it('are read as they are written, remarks and either separator among the templates', () => {
    const table = `# 短信模板\n${templates.join(';')} ;\n  code   1000006  `;
    expect(readSms({ ...env, YUGONG_SMS_TEMPLATES: table })).toEqual({
      secretId: 'ID12345678',
      secretKey: 'KEY1234567',
      appId: '1400000000',
      signature: '演示工会',
      templates: {
        offered: '1000001',
        displaced: '1000002',
        moved: '1000003',
        changed: '1000004',
        cancelled: '1000005',
        code: '1000006',
      },
      receiptToken: 'a'.repeat(32),
      ceilings: { hour: 500, day: 2000 },
      region: 'ap-guangzhou',
      url: 'https://sms.tencentcloudapi.com',
    });
    expect(readSms(env)?.templates.code).toBeNull();
    const elsewhere = { YUGONG_SMS_REGION: 'ap-beijing', YUGONG_SMS_API: 'http://127.0.0.1:1' };
    expect(readSms({ ...env, ...elsewhere })).toMatchObject({ region: 'ap-beijing', url: 'http://127.0.0.1:1' });
  });

  it.each<[string, Partial<typeof env>, string]>([
    ['one of two keys', { YUGONG_SMS_SECRET_KEY: '' }, 'YUGONG_SMS_SECRET_KEY 没有写：应为腾讯云 API 密钥的 SecretKey'],
    [
      'a key that is none',
      { YUGONG_SMS_SECRET_ID: 'a b' },
      'YUGONG_SMS_SECRET_ID 不对：应为腾讯云 API 密钥的 SecretId',
    ],
    [
      'an application of nine digits',
      { YUGONG_SMS_APP: '140000000' },
      'YUGONG_SMS_APP 不对：应为短信应用的 SdkAppId，10 位数字',
    ],
    [
      'a signature in its brackets',
      { YUGONG_SMS_SIGNATURE: '【演示工会】' },
      'YUGONG_SMS_SIGNATURE 不对：应为审核通过的短信签名，2 到 12 个字，不带【】',
    ],
    [
      'a signature that is too long',
      { YUGONG_SMS_SIGNATURE: '演'.repeat(13) },
      'YUGONG_SMS_SIGNATURE 不对：应为审核通过的短信签名，2 到 12 个字，不带【】',
    ],
    [
      'a word for receipts that somebody may guess',
      { YUGONG_SMS_RECEIPT_TOKEN: 'a'.repeat(31) },
      'YUGONG_SMS_RECEIPT_TOKEN 不对：应为32 个以上的字母或数字，别人猜不出',
    ],
    ['no ceiling', { YUGONG_SMS_DAILY: '0' }, 'YUGONG_SMS_DAILY 不对：应为一个正整数，如 500'],
    [
      'a template of a kind that nobody knows',
      { YUGONG_SMS_TEMPLATES: `${templates.join('\n')}\nhello 1000007` },
      'YUGONG_SMS_TEMPLATES 第 6 行“hello 1000007”不对：应为种类（offered、displaced、moved、changed、cancelled、code）空一格再写模板 ID（数字），如 changed 1234567',
    ],
    [
      'a template twice',
      { YUGONG_SMS_TEMPLATES: `${templates.join('\n')}\nmoved 1000007` },
      'YUGONG_SMS_TEMPLATES 第 6 行“moved 1000007”：moved 写了两次，应为每种一行',
    ],
    [
      'a template missing',
      { YUGONG_SMS_TEMPLATES: templates.slice(1).join('\n') },
      'YUGONG_SMS_TEMPLATES 少了 offered 一行：应为 offered、displaced、moved、changed、cancelled 各一行',
    ],
  ])('with %s are refused, and what belongs there is said', (_, changed, message) => {
    expect(() => readSms({ ...env, ...changed })).toThrow(new Error(message));
  });
});

describe('the table of WeChat’s templates', () => {
  const id = 'abcdefghijklmnopqrstuvwxyz-0123456789_ABCDE';

  it('is empty where nothing is written, and is read line by line', () => {
    expect(readTemplates(undefined)).toEqual({});
    expect(readTemplates(' \n# 模板\n;')).toEqual({});
    expect(
      readTemplates(`# 模板\nchange ${id} thing1=what,time2=start;offer ${id} thing1=title,date3=deadline long-term`),
    ).toEqual({
      change: { id, longTerm: false, fields: { thing1: 'what', time2: 'start' } },
      offer: { id, longTerm: true, fields: { thing1: 'title', date3: 'deadline' } },
    });
  });

  it.each([
    [`hello ${id} thing1=what`, /第 1 行“hello .*没有“hello”这种消息，应为.*change.*offer/],
    [`change ${id} thing1=what\nchange ${id} thing1=what`, /第 2 行.*“change”写了两次，应为每种消息一行/],
    ['change short thing1=what', /模板 ID 不对，应为公众平台给的模板 ID，20 到 64 个字符/],
    [`change ${id}`, /没有写字段，应为模板 ID 后面空一格，写 thing1=what,time2=start 这样/],
    [`change ${id} thing1=what forever`, /多了“forever”，应为字段后面只能写 long-term（长期订阅）/],
    [`change ${id} thing1=what long-term more`, /多了“long-term more”/],
    [`change ${id} word1=what`, /模板没有“word1”这样的字段，应为thing、name、time 或 date 加编号，如 thing1/],
    [`change ${id} thing1=what,thing1=title`, /字段“thing1”写了两次，应为每个字段一次/],
    [`change ${id} thing1=weather`, /“thing1=weather”等号后面不对，应为what、title/],
    [`change ${id} thing1=what=title`, /“thing1=what=title”等号后面不对/],
    [`change ${id} time1=deadline`, /“time1=deadline”等号后面不对/],
    [`change ${id} time1=title`, /“time1”放不下 title，应为thing 类的字段/],
    [`change ${id} thing1=start`, /“thing1”放不下 start，应为time、date 类的字段/],
  ])('refuses %s', (table, message) => {
    expect(() => readTemplates(table)).toThrow(message);
  });

  it('fills each field with as much as it takes, a dash for what isn’t said, and a time for a time', () => {
    const fields = { thing1: 'title', name2: 'organiser', thing3: 'place', time4: 'start' } as const;
    const said = { title: '渝'.repeat(21), organiser: '演'.repeat(10), at: '2026年2月12日 09:30' };
    expect(fillTemplate({ id, longTerm: false, fields }, said)).toEqual({
      thing1: { value: `${'渝'.repeat(19)}…` },
      name2: { value: '演'.repeat(10) },
      thing3: { value: '—' },
      time4: { value: '2026年2月12日 09:30' },
    });
  });
});
