/** What one rule says to one answer, in words that a reader can check against her own life. */
import { bandOf, isInBand } from './band';
import type { Condition, ScreeningRules } from './rules';
import { sayMonths } from './words';
import { employmentTerms } from './words';
import { isOneOf } from '../narrow';

export interface Found {
  finding: 'fits' | 'against' | 'unsure' | 'unsaid';
  text: string;
}

const fits = (text: string): Found => ({ finding: 'fits', text });
const against = (text: string): Found => ({ finding: 'against', text });
const unsure = (text: string): Found => ({ finding: 'unsure', text });
const unsaid = (text: string): Found => ({ finding: 'unsaid', text });

export function aboutAge(age: { min: number; max: number } | null, answer: string | undefined): Found {
  if (!age) return unsaid('年龄');
  const range = `${age.min}—${age.max} 周岁`;
  const band = bandOf(answer);
  const part = band ? isInBand(band, { from: age.min, to: age.max + 1 }) : 'part';
  if (!band || part === 'part') return unsure(`年龄要在 ${range}，你的年龄还说不准`);
  if (part === 'all') return fits(`年龄在 ${range} 里`);
  return against(band.from < age.min ? `要满 ${age.min} 周岁，你还没到` : `只到 ${age.max} 周岁，你过了`);
}

export function aboutEmployment(rule: ScreeningRules['employment'], answer: string | undefined): Found {
  if (rule === null) return unsaid('做哪种工作');
  if (rule === 'any') return fits('做哪种工作都可以');
  // 没有上班的 ends with the word already.
  const these = rule
    .map((kind) => employmentTerms[kind])
    .join('、')
    .replace(/的?$/, '的');
  if (answer === undefined || answer === 'unsure') return unsure(`给${these}，你的工作还说不准`);
  return isOneOf(rule, answer) ? fits(`给${these}，你在里面`) : against(`只给${these}`);
}

export function aboutHousehold(rule: ScreeningRules['household'], answer: string | undefined): Found {
  if (rule === null) return unsaid('看不看户口');
  if (rule === 'any') return fits('不看户口');
  if (answer === 'city') return fits('要重庆户口，你有');
  return answer === 'elsewhere' ? against('要重庆户口') : unsure('要重庆户口，你的还说不准');
}

export function aboutDistrict(rule: ScreeningRules['districts'], answer: string | undefined): Found {
  if (rule === null) return unsaid('在哪些区县');
  if (rule === 'any') return fits('住在哪个区县都可以');
  if (answer === undefined || answer === 'unsure') return unsure('只有几个区县有，你住哪里还说不准');
  return rule.includes(answer) ? fits('你所在的区县有') : against('你所在的区县没有');
}

/**
 * Months since the last screening against the intervals. Tests differ: past the longest everything may be done
 * again, before the shortest nothing, and in between it depends on which test it was.
 */
export function aboutLast(rule: ScreeningRules['intervals'], answer: string | undefined): Found {
  if (rule === null) return unsaid('多久可以再查');
  if (answer === 'never') return fits('没有查过，不用等间隔');
  const months = rule.flatMap((interval) => (interval.months === null ? [] : [interval.months]));
  const open = rule.filter((interval) => interval.months === null).map(({ of }) => of);
  if (months.length === 0) return unsaid('多久可以再查');
  const [shortest, longest] = [Math.min(...months), Math.max(...months)];
  const band = bandOf(answer);
  if (!band) return unsure(`要隔 ${sayMonths(shortest)}，上次是什么时候还说不准`);
  if (isInBand(band, { from: longest, to: null }) === 'all')
    return open.length === 0 ? fits(`已经隔了 ${sayMonths(longest)}`) : unsure(`${open.join('、')}隔多久，资料没写`);
  if (isInBand(band, { from: 0, to: shortest }) === 'all')
    return open.length === 0
      ? against(`要隔 ${sayMonths(shortest)}，还没到`)
      : unsure(`要隔 ${sayMonths(shortest)}，${open.join('、')}资料没写`);
  return unsure('隔多久要看上次做的是哪种检查');
}

export function aboutCondition({ question, wanted, because }: Condition, answer: string | undefined): Found {
  if (answer === undefined || answer === 'unsure') return unsure(`还说不准：${question}`);
  return answer === wanted ? fits(`${question}${wanted === 'yes' ? '是' : '不是'}`) : against(because);
}

/** A programme has a condition that this release doesn't understand. */
export const aboutUnread = unsure('还有条件要核对，当前版本的应用看不懂。请更新应用，或打电话、当面问主办单位');
