/** How work can end, and what is due for it (劳动合同法 36–48). */
import { articles, type Article } from '../articles';

export const endings = [
  'told-to-go',
  'notice',
  'notice-given',
  'layoff',
  'employer-proposed',
  'worker-proposed',
  'resigned-for-cause',
  'resigned',
  'expired',
  'expired-twice',
  'expired-refused',
  'closed',
  'blamed',
  'fault',
] as const;
export type Ending = (typeof endings)[number];

/** What is due: nothing by statute, N, N and a month in lieu of notice, 2N, or N by one reading and 2N by another. */
export type EndingClaim = 'none' | 'n' | 'n+1' | '2n' | 'n-or-2n';

export interface EndingRule {
  /** As a worker would say it. */
  text: string;
  detail?: string;
  due: EndingClaim;
  /** Why, in a sentence. */
  because: string;
  articles: readonly Article[];
  /** Was severance due for this before 2008 too? A contract that ran out, or an employer that closed, owed none then. */
  dueBefore2008?: false;
}

const { severanceDue, unlawful, dismissalProof } = articles;

export const endingRules: Record<Ending, EndingRule> = {
  'told-to-go': {
    text: '单位叫我走，说不出法律上的理由',
    detail: '口头说不用来了、不排班、踢出群、锁了系统，都算',
    due: '2n',
    because: '单位要辞退人，得有法律写明的理由，还要走完步骤；理由对不对，要单位拿证据。拿不出就是违法辞退，赔两倍。',
    articles: [unlawful, dismissalProof],
  },
  blamed: {
    text: '单位说我犯了错，我不认',
    due: '2n',
    because:
      '你严重违反了规章，单位可以不给补偿。但错在哪里、规章有没有公布过，要单位拿证据；拿不出就是违法辞退，赔两倍。',
    articles: [articles.fault, dismissalProof, unlawful],
  },
  notice: {
    text: '生病干不了、说我不胜任、岗位没了，没有提前 30 天通知',
    due: 'n+1',
    because:
      '这样辞退是允许的，但要提前 30 天书面通知，不然多给一个月工资。怀孕、产期、哺乳期、工伤、还在医疗期（法律给的看病假）里的人，不能这样辞退，辞退了是违法的（2N）。',
    articles: [articles.notice, articles.noticeWage, articles.protectedWorker, severanceDue],
  },
  'notice-given': {
    text: '生病干不了、说我不胜任、岗位没了，提前 30 天书面通知了',
    due: 'n',
    because:
      '提前 30 天书面通知了，就没有多给的一个月工资，经济补偿还是要给。怀孕、产期、哺乳期、工伤、还在医疗期（法律给的看病假）里的人，不能这样辞退，辞退了是违法的（2N）。',
    articles: [articles.notice, articles.protectedWorker, severanceDue],
  },
  layoff: {
    text: '裁员',
    due: 'n',
    because: '裁员要先跟工会或者全体职工说明、报告劳动部门，并且给经济补偿。没走这些步骤的，可能是违法辞退（2N）。',
    articles: [articles.layoff, articles.protectedWorker, severanceDue],
  },
  fault: {
    text: '我确实严重违反了规章，单位也有证据',
    due: 'none',
    because:
      '规章公布过、错误严重、单位有证据的，可以不给补偿。工资、加班费、没休的年休假还是要结清。规章合不合理、算不算严重，可以先打 12348 问。',
    articles: [articles.fault],
  },
  'employer-proposed': {
    text: '单位提出来，我同意走',
    due: 'n',
    because: '单位提出、双方谈成的，要给经济补偿。签字之前先算清楚。',
    articles: [articles.agreement, severanceDue],
  },
  'worker-proposed': {
    text: '我提出来，单位同意',
    due: 'none',
    because: '你先提出、双方谈成的，法律没有规定补偿，谈好了多少就是多少。',
    articles: [articles.agreement, severanceDue],
  },
  'resigned-for-cause': {
    text: '欠薪、不交社保，我因此走的',
    detail: '要在辞职的话里写明这个原因',
    due: 'n',
    because: '单位不按时足额发工资、不依法交社保，你可以因此走人，并要经济补偿。',
    articles: [articles.resignForCause, articles.insuranceWaiver, severanceDue],
  },
  resigned: {
    text: '我自己辞职，没写原因',
    due: 'none',
    because: '自己辞职没有经济补偿。如果真正的原因是欠薪或不交社保，先打 12348 问还能不能改说法。',
    articles: [articles.resignForCause, severanceDue],
  },
  expired: {
    text: '合同到期，单位不续，或者续的条件更差',
    due: 'n',
    because: '固定期限合同到期，单位不续签，或者条件比原来差你没答应，要给经济补偿。年限从2008年1月1日起算。',
    articles: [severanceDue],
    dueBefore2008: false,
  },
  'expired-twice': {
    text: '连着签过两次合同，第二次到期，单位不续',
    detail: '两次都是2008年以后签的、写明哪天到期的合同',
    due: 'n-or-2n',
    because: '经济补偿一定要给。你提出过续、或者单位问你时你愿意续的，留好证据：有争议的是能不能按违法终止要两倍。',
    articles: [articles.renewedTwice, severanceDue, unlawful],
  },
  'expired-refused': {
    text: '合同到期，单位照原条件续，我不续',
    due: 'none',
    because: '单位维持或者提高了条件，你不续签，就没有经济补偿。',
    articles: [severanceDue],
  },
  closed: {
    text: '单位破产、关门、被吊销执照',
    due: 'n',
    because: '单位终止经营，要给经济补偿；欠的工资排在前面还。',
    articles: [severanceDue],
    dueBefore2008: false,
  },
};
