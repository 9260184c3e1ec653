/** The name of a union at the start of a case's title. */

/** What a union's name ends in when it is not a 总工会: a trade, a company, a school … */
const TRADE =
  /(?:行业|产业|系统|集团|公司|厂|矿|局|委|院|校|大学|医院|中心|园区|开发区|联合会|轻工|纺织|建材|机冶|金融|财贸|教育|交通|邮政|电力|铁路|石油|化工|医药|能源|农林水利?|海员|建设)工会$/;
const CITY = /^(?:重庆)?市/;
const UNION = /^[^，。；：、“”\s]{0,30}?工会(?:联合会|委员会)?/;

/** The title parted into the union and what it did. */
export interface UnionTitle {
  /** In full: 市总工会 is 重庆市总工会, 重庆沙坪坝区总工会 is 沙坪坝区总工会. */
  unit: string;
  rest: string;
}

/**
 * Reads the union off the front of a case's title.
 *
 * @returns null where the front is not surely a union (打造工会驿站… is not).
 * @example unionOf('市总工会打造职工摄影展') // { unit: '重庆市总工会', rest: '打造职工摄影展' }
 */
export function unionOf(title: string): UnionTitle | null {
  const name = UNION.exec(title)?.[0];
  if (name === undefined) return null;
  const rest = title.slice(name.length).trim();
  if (rest === '') return null;
  const isUnion =
    name.endsWith('总工会') || name === '重庆工会' || TRADE.test(name) || /工会(?:联合会|委员会)$/.test(name);
  return isUnion ? { unit: fullName(name), rest } : null;
}

/** The city is named once, and only where the union is the city's own. */
function fullName(name: string): string {
  const ofDistrict = /^(?:重庆市?)?([^市]{1,12}?[区县].*)$/.exec(name);
  return ofDistrict ? (ofDistrict[1] as string) : name.replace(CITY, '重庆市');
}
