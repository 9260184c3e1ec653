/**
 * The articles that this folder computes with, each read in the statute's text; `docs/labour-law.md` says from
 * which copy and of when.
 */

/** A law's article. */
export interface Article {
  law: string;
  article: string;
}

const of = (law: string, article: string): Article => ({ law, article });

const contract = '劳动合同法';
const contractRules = '劳动合同法实施条例';
const arbitration = '劳动争议调解仲裁法';
const injury = '工伤保险条例';
const leave = '企业职工带薪年休假实施办法';
const civil = '民法典';
const court2 = '法释〔2025〕12号';
const rules = '劳动人事争议仲裁办案规则';
const calendar = '全国年节及纪念日放假办法';

export const articles = {
  arbitrationYear: of(arbitration, '第二十七条第一款'),
  interruption: of(arbitration, '第二十七条第二款'),
  suspension: of(arbitration, '第二十七条第三款'),
  wagesWhileEmployed: of(arbitration, '第二十七条第四款'),
  evidence: of(arbitration, '第六条'),
  complaint: of(arbitration, '第九条'),
  venue: of(arbitration, '第二十一条'),
  application: of(arbitration, '第二十八条'),
  applicationFields: of(rules, '第二十九条'),
  finalByItem: of('法释〔2020〕26号', '第十九条'),
  labourRelation: of(contract, '第七条'),
  relationTest: of('劳社部发〔2005〕12号', '第一条、第二条'),
  partTime: of(contract, '第六十八条至第七十二条'),
  partTimeOral: of(contract, '第六十九条'),
  partTimeEnd: of(contract, '第七十一条'),
  continued: of(contract, '第四十八条'),
  certificate: of(contract, '第五十条'),
  statutoryHolidays: of(calendar, '第二条'),
  minimumWage: of('劳动法', '第四十八条'),
  wagesDue: of('劳动法', '第五十条'),
  mergedService: of(contractRules, '第十条'),
  indefinite: of(contractRules, '第七条'),
  acceptance: of(arbitration, '第二十九条'),
  award: of(arbitration, '第四十三条'),
  advance: of(arbitration, '第四十四条'),
  finalAward: of(arbitration, '第四十七条'),
  sueFinal: of(arbitration, '第四十八条'),
  revoke: of(arbitration, '第四十九条'),
  sue: of(arbitration, '第五十条'),
  free: of(arbitration, '第五十三条'),
  courtFee: of('诉讼费用交纳办法', '第十三条第四项'),
  enforce: of('民事诉讼法', '第二百五十条'),
  courtPeriods: of('民事诉讼法', '第八十五条'),
  civilPeriods: of(civil, '第二百零一条至第二百零三条'),
  inspection: of('劳动保障监察条例', '第二十条'),
  injuryEmployer: of(injury, '第十七条第一款'),
  injuryWorker: of(injury, '第十七条第二款'),
  injuryCosts: of(injury, '第十七条第四款'),
  injuryProof: of(injury, '第十九条第二款'),
  injuryDecision: of(injury, '第二十条'),
  injuryPaidLeave: of(injury, '第三十三条第一款、第二款'),
  injuryReview: of(injury, '第五十五条'),
  injuryExcluded: of('法释〔2014〕9号', '第七条'),
  review: of('行政复议法', '第二十条'),
  administrativeSuit: of('行政诉讼法', '第四十六条'),
  aidFirst: of('法律援助法', '第四十四条第一项'),
  aidWaiver: of('法律援助法', '第四十二条第三项'),
  resignForCause: of(contract, '第三十八条'),
  fault: of(contract, '第三十九条'),
  notice: of(contract, '第四十条'),
  layoff: of(contract, '第四十一条'),
  protectedWorker: of(contract, '第四十二条'),
  agreement: of(contract, '第三十六条'),
  renewedTwice: of(contract, '第十四条第二款第三项'),
  severanceDue: of(contract, '第四十六条'),
  severance: of(contract, '第四十七条'),
  severanceCap: of(contract, '第四十七条第二款'),
  unlawful: of(contract, '第四十八条、第八十七条'),
  noContract: of(contract, '第八十二条第一款'),
  begun2008: of(contract, '第九十七条第二款'),
  before2008: of(contract, '第九十七条第三款'),
  ordered: of(contract, '第八十五条'),
  payOnTime: of(contract, '第三十条'),
  siteWages: of('保障农民工工资支付条例', '第三十条、第三十四条'),
  paymentOrder: of('民事诉讼法', '第二百二十五条、第二百二十七条'),
  insuranceArrears: of('社会保险法', '第六十三条'),
  harassmentDuty: of('妇女权益保障法', '第二十五条'),
  noticeWage: of(contractRules, '第二十条'),
  doubleFromStart: of(contractRules, '第二十五条'),
  severanceWage: of(contractRules, '第二十七条'),
  noContractDates: of(contractRules, '第六条、第七条'),
  noContractDays: of(court2, '第六条'),
  noContractExceptions: of(court2, '第七条'),
  insuranceWaiver: of(court2, '第十九条'),
  pastRetirementAge: of(court2, '第二十一条'),
  iou: of('法释〔2020〕26号', '第十五条'),
  dismissalProof: of('法释〔2020〕26号', '第四十四条'),
  overtimeProof: of('法释〔2020〕26号', '第四十二条'),
  overtime: of('劳动法', '第四十四条'),
  overtimeLimit: of('劳动法', '第四十一条'),
  overtimeBase: of('工资支付暂行规定', '第十三条'),
  wagesInFull: of('工资支付暂行规定', '第九条'),
  deductions: of('工资支付暂行规定', '第十五条、第十六条'),
  wageDay: of('人社部发〔2025〕2号', '第二条'),
  leaveDays: of('职工带薪年休假条例', '第三条'),
  leaveNone: of('职工带薪年休假条例', '第四条'),
  leaveOwed: of('职工带薪年休假条例', '第五条第三款'),
  leaveAcrossYears: of(leave, '第九条'),
  leavePay: of(leave, '第十条'),
  leaveWage: of(leave, '第十一条'),
  leaveTwelveMonths: of(leave, '第三条'),
  leaveJoining: of(leave, '第五条'),
  leaveLeaving: of(leave, '第十二条'),
} as const satisfies Record<string, Article>;

/** @example sayArticle(articles.severance) // '劳动合同法第四十七条' */
export const sayArticle = ({ law, article }: Article): string => `${law}${article}`;

/**
 * Articles as a paper cites them: each statute by its title once, with its articles after it.
 *
 * @example citeArticles([articles.severanceDue, articles.severance]) // '《劳动合同法》第四十六条、第四十七条'
 */
export function citeArticles(cited: readonly Article[]): string {
  const byLaw = new Map<string, string[]>();
  for (const { law, article } of cited) {
    const known = byLaw.get(law) ?? [];
    if (!known.includes(article)) byLaw.set(law, [...known, article]);
  }
  // A number alone, such as 法释〔2025〕12号, isn't a title and takes no title marks.
  const title = (law: string): string => (/号$/.test(law) ? law : `《${law}》`);
  return [...byLaw].map(([law, list]) => `${title(law)}${list.join('、')}`).join('，');
}
