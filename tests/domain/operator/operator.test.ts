/** `operator.json`: who runs the app. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { creditCodeCheck, isExample, readOperator, type Operator } from '@yugong/domain/operator';
import { operatorDocuments, policyVersions, type OperatorDocument } from '@yugong/domain/operator/words';
import { defined } from '@yugong/domain/narrow';
import { personFieldNames, personFields } from '@yugong/domain/person';

const root = path.resolve(__dirname, '../../..');
const readFile = (name: string): Operator => {
  const { operator, faults } = readOperator(readFileSync(path.join(root, name), 'utf8'));
  expect(faults).toBeNull();
  return defined(operator);
};
const filled = readFile('tests/fixtures/operator/operator.json');
const faultsOf = (changed: Record<string, unknown>) =>
  readOperator(JSON.stringify({ ...filled, ...changed })).faults ?? [];

describe('the unified social credit code, by GB 32100-2015', () => {
  it.each(['91110000600037341L', '81990000MC0000000D'])('ends %s with the character its seventeen make', (code) => {
    expect(creditCodeCheck(code.slice(0, 17))).toBe(code[17]);
  });

  it.each([
    ['a character changed', '91110000600037342L'],
    ['two characters swapped', '91110000600073341L'],
    ['a letter that such codes do not have', '9111000060003734IL'],
    ['too short', '9111000060003734'],
  ])('is refused with %s, and what to do is said', (_, creditCode) => {
    expect(faultsOf({ creditCode })).toEqual([expect.stringContaining('creditCode：统一社会信用代码是 18 位')]);
  });

  it('cannot be made of what is no such code', () => expect(() => creditCodeCheck('O')).toThrow(TypeError));
});

describe('operator.json', () => {
  it('is read as it is filled in', () => {
    expect(filled.name).toBe('测试总工会');
    expect(isExample(filled)).toBe(false);
    expect(filled.filings).toMatchObject({ icp: '渝ICP备00000000号', governmentApp: null });
  });

  it('is known as the example, which names nobody', () =>
    expect(isExample(readFile('operator.example.json'))).toBe(true));

  it('names every entry that is missing with what belongs there', () => {
    const faults = readOperator('{}').faults ?? [];
    // Files from before know nothing of 客服 and of how old content may be.
    const wanted = Object.keys(filled).filter((key) => !['customerService', 'contentDays'].includes(key));
    expect(faults).toHaveLength(wanted.length);
    for (const key of wanted) expect(faults.join('\n')).toContain(`${key}：还没有写。`);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an entry nobody knows', { hotline: '12351' }, 'hotline：没有这一项'],
    ['a telephone that is none', { phone: '打总机' }, 'phone：单位电话写成 023-12345678'],
    ['a line break in the name', { name: '甲\n乙' }, 'name：运营单位全称里不能有换行'],
    ['a mark that turns the text around', { name: '甲\u202e乙' }, 'name：运营单位全称里不能有换行'],
    ['an empty address', { address: ' ' }, 'address：单位地址不能空着'],
    ['filings as a text', { filings: '都有' }, 'filings：要写备案情况'],
    ['a filing as an empty text', { filings: { ...filled.filings, icp: '' } }, 'filings.icp：网站 ICP 备案号不能空着'],
    ['an answer after a day and a half', { answerWithin: 1.5 }, 'answerWithin：几个工作日内答复要写整数'],
    [
      '客服 that nobody says the hours of',
      { customerService: { hours: '' } },
      'customerService.hours：微信客服有人接待的时间不能空着',
    ],
    ['content that is old at once', { contentDays: 1 }, 'contentDays：内容至少 30 天以后才算旧'],
    ['backups for ever', { backupDays: 10_000 }, 'backupDays：备份最多保留 180 天'],
    [
      'a third party nobody knows',
      { vendors: ['mail'] },
      'vendors.0：vendors 里只能写 wechat、tencent-sms、tencent-lbs、tianditu',
    ],
    ['a date in words', { policyFrom: '明天' }, 'policyFrom：隐私政策的生效日期写成 2026-12-01'],
  ])('with %s says so at the entry', (_, changed, said) => {
    expect(faultsOf(changed)).toEqual([expect.stringContaining(said)]);
  });

  it.each(['12351', '023-12345678', '023-12345678-801', '19900000000'])('takes %s for a telephone', (phone) => {
    expect(faultsOf({ phone })).toEqual([]);
  });

  it.each(['1990000000', '199000000000', '1abcdefghij', '023 12345678'])('takes %s for none', (phone) => {
    expect(faultsOf({ phone })).toEqual([expect.stringContaining('phone：单位电话写成 023-12345678')]);
  });

  it('that is no JSON is a sentence', () => {
    expect(readOperator('{"name": }').faults).toEqual([expect.stringContaining('不是有效的 JSON')]);
  });
});

describe('the texts of an operator', () => {
  const documents = operatorDocuments(filled);
  const textOf = (id: OperatorDocument['id'], of = documents): string =>
    JSON.stringify(defined(of.find((one) => one.id === id)));

  it.each([
    ['who it is', '测试总工会'],
    ['its code', filled.creditCode],
    ['how it is reached', '023-00000000'],
    ['who answers for personal data', '测试办公室'],
    ['how long an answer takes', '5 个工作日内答复'],
    ['how long a backup lasts', '30 天'],
    ['the version', `${policyVersions[0].version} 版`],
    ['why sensitive data is needed, and what it may do', '属于敏感个人信息'],
    ['how a consent is taken back', '撤回同意'],
  ])('say %s in the privacy policy (个人信息保护法 17, 30)', (_, words) => {
    expect(textOf('privacy')).toContain(words);
  });

  it('leave no heading, paragraph or cell empty, and end every paragraph as a sentence', () => {
    for (const { title, byline, sections } of documents) {
      expect([title, byline]).not.toContain('');
      for (const { heading, paragraphs, table } of sections) {
        expect(heading).not.toBe('');
        for (const paragraph of paragraphs) expect(paragraph).toMatch(/^[\u4e00-\u9fff“《\d].*[。？]$/);
        expect([table?.head, ...(table?.rows ?? [])].flat()).not.toContain('');
      }
    }
  });

  it.each<[string, OperatorDocument['id'], string]>([
    ['for how long backups keep what was deleted', 'privacy', '删除以后，备份里的密文最长还留 30 天，期满覆盖'],
    ['where to call in an emergency instead', 'terms', '请直接拨打 120、119、110，不要在这里等回复'],
    ['that a place is not for programs to take', 'terms', '不用程序批量占名额'],
    ['that figures are no legal advice', 'terms', '算出来的金额和期限供参考，不是法律意见'],
    ['who helps those who cannot use it', 'accessibility', '打电话 023-00000000'],
  ])('say %s', (_, id, words) => {
    expect(textOf(id)).toContain(words);
  });

  it('list every field that a person can be asked for, the sensitive ones as such', () => {
    for (const name of personFieldNames) {
      const { label, isSensitive } = personFields[name];
      expect(textOf('data')).toContain(isSensitive ? `${label}（敏感个人信息）` : `"${label}"`);
    }
  });

  it('list the third parties that are used, and no other', () => {
    expect(textOf('third-parties')).toContain('没有把个人信息交给其他公司');
    const withSms = operatorDocuments({ ...filled, vendors: ['tencent-sms'] });
    expect(textOf('third-parties', withSms)).toContain('腾讯云短信');
    expect(textOf('third-parties', withSms)).not.toContain('微信小程序登录');
  });

  it('are only those that nobody has to answer for, where nobody runs the app', () => {
    expect(operatorDocuments(null).map(({ id }) => id)).toEqual(['data']);
  });
});
