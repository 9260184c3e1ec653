/** Five stories from the answers to the Word document, read back: everything that 仲裁法 28 and 办案规则 29 ask for. */
import JSZip from 'jszip';
import { docxBase64 } from '@yugong/domain/document/docx';
import { applicationText, missingFrom } from '@yugong/domain/labour-law';
import { defined } from '@yugong/domain/narrow';
import { chosenAmounts } from '../../../src/features/legal-aid/amounts/chosen';
import { applicationInput } from '../../../src/features/legal-aid/claim/input';
import { stored } from '../../../src/platform/storage/schema';
import type { LegalDraft } from '../../../src/platform/storage/values';
import { rest } from './rest';

const TODAY = '2026-11-22';

const parties = {
  name: '演示人',
  sex: '女',
  born: '1985-06-02',
  occupation: '保洁',
  home: '演示区演示路1号',
  phone: '19900000000',
  employer: '演示物业有限公司',
  employerAddress: '演示区演示路2号',
  employerPhone: '023-00000000',
  representative: '演示甲',
  position: '经理',
  witnesses: '演示乙，演示区演示路3号',
  committee: '演示区劳动人事争议仲裁委员会',
};
const tell = (part: Partial<LegalDraft>): LegalDraft => ({
  ...stored.legalDraft.initial,
  ...part,
  evidence: ['bank', 'contract', 'payroll'],
  fields: { ...parties, ...part.fields },
});

const stories: [string, LegalDraft, number][] = [
  [
    'dismissed after three years and seven months, five claims',
    tell({
      troubles: ['dismissed', 'wages', 'overtime', 'leave'],
      claims: ['ending', 'wages', 'double-wage', 'overtime', 'leave'],
      months: [{ month: '2026-10', due: '6500', paid: '' }],
      events: [{ kind: 'asked', on: '2026-11-02', proven: true }],
      fields: {
        relation: 'none',
        still: 'no',
        started: '2023-03-13',
        ended: '2026-10-12',
        knew: '2026-10-12',
        ending: 'told-to-go',
        monthly: '6500',
        otWorkdays: '120.25',
        leaveYear: '2025 2026',
        careerYears: '6',
        'reading-double-wage': 'higher',
      },
    }),
    6,
  ],
  [
    'no contract, still employed, the higher reading chosen',
    tell({
      troubles: ['no-contract'],
      claims: ['double-wage'],
      fields: {
        relation: 'none',
        still: 'yes',
        started: '2024-12-01',
        monthly: '6500',
        'reading-double-wage': 'higher',
      },
    }),
    1,
  ],
  [
    'a rider with a cooperation agreement',
    tell({
      troubles: ['platform', 'wages'],
      claims: ['wages'],
      months: [{ month: '2026-09', due: '8000', paid: '3000' }],
      fields: { relation: 'platform', managed: 'yes', still: 'no', started: '2025-02-01', ended: '2026-09-30' },
    }),
    1,
  ],
  [
    'dismissed under art. 40 without notice, under the minimum wage and begun before 2008',
    tell({
      troubles: ['dismissed'],
      claims: ['ending'],
      fields: {
        relation: 'written',
        still: 'no',
        started: '2006-05-08',
        ended: '2026-08-31',
        ending: 'notice',
        monthly: '2000',
        minimum: '2330',
        minimumAsOf: '2025-01',
        'reading-ending': 'higher',
      },
    }),
    2,
  ],
  [
    'left for unpaid wages, who asks for the certificate too',
    tell({
      troubles: ['wages', 'insurance', 'deductions'],
      claims: ['ending', 'wages'],
      months: [
        { month: '2026-06', due: '5200', paid: '2000' },
        { month: '2026-08', due: '5200', paid: '' },
      ],
      events: [{ kind: 'complained', on: '2026-09-15', proven: true, over: 'yes', until: '2026-10-20' }],
      fields: {
        relation: 'written',
        signed: '2024-01-08',
        still: 'no',
        started: '2024-01-08',
        ended: '2026-09-10',
        ending: 'resigned-for-cause',
        monthly: '5200',
        extraRequests: 'certificate',
      },
    }),
    2,
  ],
];

/** The paragraphs of a Word document. */
async function paragraphsOf(base64: string): Promise<string[]> {
  const zip = await JSZip.loadAsync(base64, { base64: true });
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  );
}

/** What the app says to its reader, and what is the employer's to say. */
const NOTES =
  /你|请核实|有争议|不在较低的数里|打 ?\d{5}|各地|说法不一|第三十九条|第十五条、第十六条|法释〔2025〕12号第七条|undefined|null|NaN/;

describe.each(stories)('%s', (_name, draft, moneyRequests) => {
  const input = applicationInput(draft, TODAY, rest);
  let paper: string[] = [];
  beforeAll(async () => {
    paper = await paragraphsOf(await docxBase64(applicationText(input)));
  });

  it('lacks nothing that was told', () => {
    expect(missingFrom(input)).toEqual([]);
    const { amounts, undecided, unready } = chosenAmounts(draft, TODAY, rest);
    expect([amounts.length, undecided.length, unready.length]).toEqual([moneyRequests, 0, 0]);
  });

  it('has every item of 仲裁法 28 and 办案规则 29', () => {
    for (const item of [
      /^申请人：演示人$/,
      /^性别：女.出生日期：1985年6月2日（41周岁）$/,
      /^身份证件号码：＿+$/,
      /^职业：保洁.工作单位：演示物业有限公司$/,
      /^住所：演示区演示路1号$/,
      /^通讯地址（送达地址）：同住所$/,
      /^联系电话：19900000000$/,
      /^被申请人：演示物业有限公司$/,
      /^住所：演示区演示路2号$/,
      /^联系电话：023-00000000$/,
      /^法定代表人（主要负责人）：演示甲.职务：经理$/,
      /^二、仲裁请求$/,
      /^三、事实和理由$/,
      /^申请人于20\d\d年\d+月\d+日到被申请人处工作，从事保洁工作/,
      /^四、证据和证据来源、证人$/,
      /来源：申请人保存。$/,
      /^证人姓名和住所：演示乙/,
      /^演示区劳动人事争议仲裁委员会$/,
      /^申请人（签名）：＿+$/,
      /^2026年11月22日$/,
      /^附件：各项金额的计算$/,
    ])
      expect(paper).toContainEqual(expect.stringMatching(item));
  });

  it('has an article at each request, an amount at each that is for money, and their total', () => {
    const requests = paper.slice(paper.indexOf('二、仲裁请求') + 1, paper.indexOf('三、事实和理由'));
    const numbered = requests.filter((line) => /^\d+\. /.test(line));
    expect(numbered).toHaveLength(input.requests.length + moneyRequests);
    for (const line of numbered) expect(line).toMatch(/（依据：(《[^》]+》|法释|劳社部发).*第.+条.*）。$/);
    expect(numbered.filter((line) => /支付.+[\d,.]+元（依据/.test(line))).toHaveLength(moneyRequests);
    const fen = input.amounts.reduce((total, amount) => total + amount.fen, 0);
    expect(requests.some((line) => /合计/.test(line))).toBe(moneyRequests > 1);
    if (moneyRequests > 1)
      expect(requests.at(-2)).toContain((fen / 100).toLocaleString('en-US').replace(/(\.\d)$/, '$10'));
  });

  it('has none of the app’s notes', () => {
    expect(paper.filter((line) => NOTES.test(line))).toEqual([]);
  });
});

it('asks first for the labour relation where there is none on paper', () => {
  const rider = defined(stories[2]?.[1]);
  expect(applicationInput(rider, TODAY, rest).requests[0]?.text).toContain('存在劳动关系');
});
