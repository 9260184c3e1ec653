import {
  ageInYears,
  applicationText,
  citeArticles,
  articles,
  claimedBy,
  draftFacts,
  evidenceFor,
  evidenceList,
  missingFrom,
  onPaper,
  severance,
  troubles,
  unpaidWages,
  withIdNumber,
  type ApplicationInput,
  type ClaimStory,
} from '@yugong/domain/labour-law';
import { defined } from '@yugong/domain/narrow';
import { nothing as noFacts } from './clock-facts';

const nothing: ApplicationInput = {
  committee: '',
  worker: { name: '', sex: '', born: null, occupation: '', home: '', mailAddress: '', phone: '' },
  employer: { name: '', address: '', mailAddress: '', phone: '', representative: '', position: '' },
  requests: [],
  amounts: [],
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
const evidence = (id: string) => {
  const found = evidenceList.find((one) => one.id === id);
  if (!found) throw new Error(`no evidence ${id}`);
  return found;
};
const full: ApplicationInput = {
  committee: '演示区劳动人事争议仲裁委员会',
  worker: {
    name: '演示人',
    sex: '女',
    born: '1985-06-02',
    occupation: '保洁',
    home: '演示区演示路1号',
    mailAddress: '',
    phone: '19900000000',
  },
  employer: {
    name: '演示物业有限公司',
    address: '演示区演示路2号',
    mailAddress: '演示区演示路4号',
    phone: '023-00000000',
    representative: '演示甲',
    position: '经理',
  },
  requests: [
    {
      text: '请求确认申请人与被申请人自2021-03-01起至2023-08-15存在劳动关系',
      basis: [articles.labourRelation, articles.relationTest],
    },
  ],
  amounts: [severed, unpaidWages([{ month: '2023-07', dueFen: 500_000, paidFen: 100_050 }], null)],
  facts: '2023年8月15日，经理让我第二天不用来了。',
  evidence: [
    { evidence: evidence('bank'), from: 'worker' },
    { evidence: evidence('contract'), from: 'worker' },
    { evidence: evidence('payroll'), from: 'employer' },
    { evidence: evidence('insurance'), from: 'office' },
  ],
  witnesses: '演示乙，演示区演示路3号',
  date: '2026-06-01',
};

describe('仲裁法 28 and 办案规则 29', () => {
  it('name all that is missing, and nothing when all is there', () => {
    expect(missingFrom(nothing)).toEqual([
      '你的姓名',
      '你的性别',
      '你的出生日期',
      '你的职业',
      '你的住址',
      '你的手机号',
      '单位的全称',
      '单位的地址',
      '单位的电话',
      '单位负责人的姓名和职务',
      '至少一项请求',
      '事情经过',
      '至少一项证据',
    ]);
    expect(missingFrom(full)).toEqual([]);
  });

  it.each([
    ['name', '', '你的姓名'],
    ['sex', '', '你的性别'],
    ['born', null, '你的出生日期'],
    ['occupation', '', '你的职业'],
    ['home', '', '你的住址'],
    ['phone', '', '你的手机号'],
  ])('miss %s of the worker', (field, none, name) =>
    expect(missingFrom({ ...full, worker: { ...full.worker, [field]: none } })).toEqual([name]),
  );

  it('have the parties with addresses for service and telephones, and a line for the number that is left to the hand', () => {
    const text = applicationText(full);
    for (const part of [
      '申请人：演示人',
      '性别：女　出生日期：1985年6月2日（40周岁）',
      '职业：保洁　工作单位：演示物业有限公司',
      '住所：演示区演示路1号',
      '通讯地址（送达地址）：同住所',
      '联系电话：19900000000',
      '被申请人：演示物业有限公司',
      '通讯地址：演示区演示路4号',
      '联系电话：023-00000000',
      '法定代表人（主要负责人）：演示甲　职务：经理',
      '证人姓名和住所：演示乙，演示区演示路3号',
      '演示区劳动人事争议仲裁委员会',
      '2026年6月1日',
    ])
      expect(text.split('\n')).toContain(part);
    expect(text).toMatch(/^身份证件号码：＿+$/m);
  });

  it('number the requests, each with its own articles and amount, and add the money up', () => {
    const lines = applicationText(full).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        '1. 请求确认申请人与被申请人自2021年3月1日起至2023年8月15日存在劳动关系（依据：《劳动合同法》第七条，劳社部发〔2005〕12号第一条、第二条）。',
        '2. 请求裁决被申请人支付经济补偿12,500元（依据：《劳动合同法》第四十六条、第四十七条，《劳动合同法实施条例》第二十七条）。',
        '3. 请求裁决被申请人支付拖欠、克扣的工资3,999.50元（依据：《劳动合同法》第三十条，《劳动法》第五十条）。',
        '以上第2项至第3项金额合计16,499.50元。',
      ]),
    );
  });

  it.each([
    ['退还押金500元', '1. 退还押金500元（依据：＿＿＿＿）。'],
    ['退还押金500元。', '1. 退还押金500元（依据：＿＿＿＿）。'],
    ['退还押金500元，依据劳动合同法第八十四条', '1. 退还押金500元，依据劳动合同法第八十四条'],
    ['按《防暑降温措施管理办法》补发高温津贴', '1. 按《防暑降温措施管理办法》补发高温津贴'],
  ])('leave the basis of a request in her own words to the hand, unless she cites one: %s', (text, line) => {
    const own = { ...nothing, requests: [{ text, basis: [] }] };
    expect(applicationText(own).split('\n')).toContain(line);
  });

  it('submit what the worker holds, a copy of a contract too, and ask the employer only for what it holds alone', () => {
    const lines = applicationText(full).split('\n');
    const [own, asked] = ['（一）', '（二）'].map((mark) => lines.findIndex((line) => line.startsWith(mark)));
    expect(lines.slice(defined(own) + 1, asked)).toEqual([
      '1. 工资到账记录。来源：申请人保存。',
      '2. 劳动合同或协议。来源：申请人保存。',
      '3. 社保缴费记录。来源：有关单位出具。',
    ]);
    expect(lines[defined(asked)]).toContain('《劳动争议调解仲裁法》第六条');
    expect(lines[defined(asked) + 1]).toBe('1. 工资表、工资支付台账。来源：被申请人掌握管理。');
  });

  it('go on numbering over what offices have given out', () => {
    const more = { evidence: evidence('insurance'), from: 'office' as const };
    const lines = applicationText({ ...full, evidence: [...full.evidence, more] }).split('\n');
    expect(lines.filter((line) => line.includes('来源：有关单位出具'))).toEqual([
      '3. 社保缴费记录。来源：有关单位出具。',
      '4. 社保缴费记录。来源：有关单位出具。',
    ]);
  });

  it.each([
    ['representative', '单位负责人的姓名和职务'],
    ['position', '单位负责人的姓名和职务'],
    ['address', '单位的地址'],
  ])('miss %s of the employer', (field, name) =>
    expect(missingFrom({ ...full, employer: { ...full.employer, [field]: '' } })).toEqual([name]),
  );

  it('put the workings into an annex, without the page’s notes', () => {
    const minimum = { fen: 600_000, asOf: '2025' };
    const low = severance({
      first: '2005-07-01',
      last: '2010-12-31',
      earnings: { totalFen: 6_000_000, months: 12 },
      minimum,
      localAverage: null,
    });
    const text = applicationText({ ...full, amounts: [claimedBy(low, 'lower')] });
    const annex = text.slice(text.indexOf('附件：'));
    expect(annex).toContain('经济补偿：6,000元 × 3 = 18,000元');
    expect(annex).toContain('按最低工资标准计算');
    expect(text).not.toMatch(/请核实|你|有争议|不在较低的数里/);
    // The higher reading has its own workings and its own article.
    const higher = applicationText({ ...full, amounts: [claimedBy(low, 'higher')] });
    expect(higher).toContain('36,000元');
    expect(higher).toContain('第九十七条第三款');
  });

  it('leave blanks to fill in by hand, and never the word undefined', () => {
    const text = applicationText(nothing);
    expect(text.match(/＿＿＿＿/g)?.length).toBeGreaterThan(10);
    expect(text).not.toMatch(/undefined|null|NaN/);
  });
});

describe('the number of the identity document', () => {
  it('is in no application until it leaves the page, and then in its line alone', () => {
    const text = applicationText(full);
    expect(withIdNumber(text, '')).toBe(text);
    const numbered = withIdNumber(text, '999999198506020003');
    expect(numbered.split('\n')).toContain('身份证件号码：999999198506020003');
    expect(numbered.length - text.length).toBe('999999198506020003'.length - 12);
  });
});

describe('the facts, drafted', () => {
  const story: ClaimStory = {
    facts: {
      ...noFacts,
      troubles: ['wages', 'no-contract', 'dismissed'],
      started: '2021-03-01',
      left: true,
      ended: '2023-08-15',
      knew: '2023-08-15',
      interruptions: [
        { on: '2023-09-10', kind: 'asked', proven: true },
        { on: '2023-10-08', kind: 'complained', proven: false, until: '2023-12-01' },
      ],
    },
    contract: 'none',
    isManaged: false,
    occupation: '保洁',
    monthlyFen: 500_000,
    ending: 'told-to-go',
    unpaidMonths: [{ month: '2023-07', dueFen: 500_000, paidFen: 0 }],
    minimum: null,
    overtime: null,
    leave: [],
  };

  it('say who, since when, which work and wage, what happened on which day and what was asked', () => {
    expect(onPaper(draftFacts(story))).toBe(
      [
        '申请人于2021年3月1日到被申请人处工作，从事保洁工作，月工资5,000元。被申请人未与申请人订立书面劳动合同，申请人接受其工作安排，由其发放工资。',
        '被申请人未足额支付工资：2023年7月应发5,000元，实发0元。',
        '2023年8月15日，被申请人单方要求申请人离职，未说明法定理由。2023年9月10日，申请人向被申请人提出支付、履行的要求，有相关记录为证。2023年10月8日，申请人就此向有关部门反映，该程序于2023年12月1日结束。',
        '申请人认为被申请人的行为侵害了申请人的合法权益，现依法提出以上仲裁请求。',
      ].join('\n'),
    );
  });

  it('say of a wage under the minimum that it is, where it is claimed by the minimum', () => {
    const low = { ...story, unpaidMonths: [{ month: '2026-09', dueFen: 190_000, paidFen: 190_000 }] };
    expect(draftFacts({ ...low, minimum: { fen: 233_000, asOf: '2025-01' } })).toContain(
      '2026年9月约定工资1,900 元，低于当地月最低工资标准2,330 元，实发1,900 元。',
    );
    expect(draftFacts(low)).not.toContain('最低工资');
  });

  it('say in one place what else is owed: overtime by its kind of day, leave by its year, what was kept back', () => {
    const more: ClaimStory = {
      ...story,
      facts: {
        ...story.facts,
        troubles: ['overtime', 'leave', 'deductions', 'insurance', 'injury'],
        injury: { on: '2023-05-06', excluded: [], applied: null, decided: null },
      },
      unpaidMonths: [{ month: '2023-07', dueFen: 500_000, paidFen: 500_000 }],
      overtime: { workdays: 1_205, restDays: 0, holidays: 80 },
      leave: [
        { year: 2022, takenDays: 2 },
        { year: 2023, takenDays: 0 },
      ],
    };
    expect(draftFacts(more).split('\n')[1]).toBe(
      [
        '被申请人安排申请人加班，其中工作日120.5 小时、法定节假日8 小时，未依法足额支付加班工资。',
        '2022年，被申请人仅安排申请人休年休假 2 天，也未支付未休年休假的工资报酬。',
        '2023年，被申请人未安排申请人休年休假，也未支付未休年休假的工资报酬。',
        '被申请人从申请人的工资、押金中扣款。',
        '被申请人未依法为申请人缴纳社会保险费。',
        '2023年5月6日，申请人在工作中受伤。',
      ].join(''),
    );
    expect(draftFacts({ ...more, overtime: { workdays: 0, restDays: 0, holidays: 0 } })).not.toContain('加班');
  });

  it.each([
    [
      'the day on which the worker came to know, where it is another',
      { ending: 'told-to-go' as const, facts: { ...story.facts, knew: '2023-08-20' } },
      '2023年8月15日，被申请人单方要求申请人离职，未说明法定理由。2023年8月20日，申请人得知上述决定。',
    ],
    [
      'no day of knowing beside the end’s own',
      { ending: 'resigned' as const, facts: story.facts },
      '2023年8月15日，申请人提出辞职。',
    ],
    [
      'only the last day, where the end is not told of',
      { ending: null, facts: story.facts },
      '申请人工作至2023年8月15日。',
    ],
    ['nothing where work goes on', { ending: null, facts: { ...story.facts, ended: null } }, ''],
    [
      'an end without its day',
      { ending: 'closed' as const, facts: { ...story.facts, ended: null, knew: null } },
      '被申请人终止经营，劳动合同终止。',
    ],
  ])('say of the end %s', (_, told, sentences) => {
    const facts = { ...told.facts, interruptions: [] };
    const paragraphs = draftFacts({ ...story, ...told, facts, unpaidMonths: [] }).split('\n');
    expect(paragraphs.slice(1, -1)).toEqual(sentences === '' ? [] : [sentences]);
  });

  it('say what was done since in the order of its days, in whichever order it was told', () => {
    const events = [
      { on: '2023-11-02', kind: 'promised', proven: false },
      { on: '2023-09-10', kind: 'asked', proven: true },
      { on: '2023-10-08', kind: 'filed', proven: false },
    ] as const;
    for (const interruptions of [events, [...events].reverse(), [events[1], events[0], events[2]]]) {
      const said = draftFacts({ ...story, ending: null, facts: { ...story.facts, interruptions } });
      expect(said.match(/2023年\d+月\d+日，(?:申请人|被申请人)[^，。]+/g)).toEqual([
        '2023年9月10日，申请人向被申请人提出支付、履行的要求',
        '2023年10月8日，申请人曾申请劳动人事争议仲裁',
        '2023年11月2日，被申请人承诺履行或者作出部分支付',
      ]);
    }
  });

  it('claim no management by a platform that wasn’t told of', () => {
    const platform = { ...story, contract: 'platform' as const };
    expect(draftFacts(platform)).not.toContain('管理');
    expect(draftFacts({ ...platform, isManaged: true })).toContain('接受其排班、考核等管理');
  });
});

it('age is complete on the birthday', () => {
  expect([ageInYears('1985-06-02', '2026-06-01'), ageInYears('1985-06-02', '2026-06-02')]).toEqual([40, 41]);
});

it('articles are cited by statute, a numbered document without title marks', () => {
  expect(citeArticles([articles.severance, articles.noContractDays, articles.severanceDue])).toBe(
    '《劳动合同法》第四十七条、第四十六条，法释〔2025〕12号第六条',
  );
});

it('every trouble has evidence of its own or what proves the relation', () => {
  expect(new Set(evidenceList.map(({ id }) => id)).size).toBe(evidenceList.length);
  for (const trouble of troubles) expect(evidenceFor([trouble]).length).toBeGreaterThan(6);
  expect(evidenceFor(['overtime']).map(({ id }) => id)).toContain('overtime-orders');
  expect(evidenceFor(['injury']).map(({ id }) => id)).not.toContain('fines');
  // What is gone with the account comes first.
  expect(evidenceFor(['injury'])[0]?.id).toBe('orders');
  expect(evidenceFor(['platform'])[0]?.where).toContain('账号停用之前');
});
