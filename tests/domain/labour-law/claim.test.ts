import {
  applicationText,
  evidenceFor,
  evidenceList,
  missingFrom,
  severance,
  troubles,
  unpaidWages,
  type ApplicationInput,
} from '@yugong/domain/labour-law';

const nothing: ApplicationInput = {
  committee: '',
  worker: { name: '', sex: '', age: '', occupation: '', home: '', phone: '' },
  employer: { name: '', address: '', representative: '', position: '' },
  amounts: [],
  claims: [],
  facts: '',
  evidence: [],
  witnesses: '',
  date: '2026-06-01',
};
const severed = severance({
  first: '2021-03-01',
  last: '2023-08-15',
  earnings: { totalFen: 6_000_000, months: 12 },
  minimum: null,
  localAverage: null,
});
const full: ApplicationInput = {
  committee: '演示区劳动人事争议仲裁委员会',
  worker: { name: '演示人', sex: '女', age: '41', occupation: '保洁', home: '演示区演示路1号', phone: '19900000000' },
  employer: { name: '演示物业有限公司', address: '演示区演示路2号', representative: '演示甲', position: '经理' },
  amounts: [severed, unpaidWages([{ month: '2023-07', dueFen: 500_000, paidFen: 100_050 }], null)],
  claims: ['请求确认2021年3月1日至2023年8月15日存在劳动关系。'],
  facts: '2023年8月15日，经理让我第二天不用来了。',
  evidence: evidenceList.filter(({ id }) => ['bank', 'payroll'].includes(id)),
  witnesses: '演示乙，演示区演示路3号',
  date: '2026-06-01',
};

describe('仲裁法 28', () => {
  it('names all that is missing, and nothing when all is there', () => {
    expect(missingFrom(nothing)).toHaveLength(11);
    expect(missingFrom(full)).toEqual([]);
  });

  it.each([
    ['name', '你的姓名'],
    ['sex', '你的性别'],
    ['age', '你的年龄'],
    ['occupation', '你的职业'],
    ['home', '你的住址'],
  ])('misses %s', (field, name) =>
    expect(missingFrom({ ...full, worker: { ...full.worker, [field]: '' } })).toEqual([name]),
  );

  it('has the parties, the claims with their workings, the facts with their law, the evidence with its source', () => {
    const text = applicationText(full);
    for (const part of [
      '申请人：演示人，性别：女，年龄：41，职业：保洁，工作单位：演示物业有限公司，住所：演示区演示路1号，电话：19900000000。',
      '被申请人：演示物业有限公司，住所：演示区演示路2号，法定代表人（主要负责人）：演示甲，职务：经理。',
      '1. 请求确认2021年3月1日至2023年8月15日存在劳动关系。',
      '2. 请求裁决被申请人支付经济补偿 12,500 元。',
      '5,000 元 × 2.5 = 12,500 元',
      '3. 请求裁决被申请人支付拖欠、克扣的工资 3,999.50 元。',
      '2023年8月15日，经理让我第二天不用来了。',
      '劳动合同法第四十七条',
      '工资到账记录。来源：申请人保存。',
      '工资表、工资支付台账。由被申请人掌握，请求依《劳动争议调解仲裁法》第六条责令其提供。',
      '证人姓名和住所：演示乙，演示区演示路3号',
      '演示区劳动人事争议仲裁委员会',
      '2026年6月1日',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('＿＿＿＿，');
  });

  it('leaves blanks to fill in by hand, and never the word undefined', () => {
    const text = applicationText(nothing);
    expect(text.match(/＿＿＿＿/g)?.length).toBeGreaterThan(10);
    expect(text).not.toMatch(/undefined|null|NaN/);
  });
});

it('every trouble has evidence of its own or what proves the relation', () => {
  expect(new Set(evidenceList.map(({ id }) => id)).size).toBe(evidenceList.length);
  for (const trouble of troubles) expect(evidenceFor([trouble]).length).toBeGreaterThan(6);
  expect(evidenceFor(['overtime']).map(({ id }) => id)).toContain('overtime-orders');
  expect(evidenceFor(['injury']).map(({ id }) => id)).not.toContain('fines');
});
