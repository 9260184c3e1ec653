/** The name of a union at the start of a title or a sentence, known by its form: …总工会, …工会委员会, …工会. */

/** A name ends at the first 工会, and takes the form's last words with it. */
const NAME = /^[^，。；：、！？“”‘’（）()【】《》\s]{0,30}?工会(?:联合会|工作委员会|委员会)?/;
/** 工会 is no union's name where it only qualifies the noun behind it: 工会驿站, 工会干部. */
const QUALIFIED =
  /^(?:驿站|港湾|干部|组织|系统|工作|会员|主席|经费|阵地|法(?!律)|界别?|名称|品牌|特色|力量|元素|普法|服务|活动|财务|资产|信息|新闻|动态|要闻|简讯|通讯|之家|户外|职责|维权|劳动保护|重点|创新|案例)/;
/** Words that no name begins with: they make 工会 the object of a deed, or a thing among others. */
const NO_NAME =
  /^(?:打造|建设|建立|推动|推进|推行|发挥|创新|构建|加强|强化|深化|依托|围绕|通过|为|在|由|对|以|把|将|让|使|向|从|与|和|及|给|走进|走访|进一步|没有|不|是|有|无|这|该|其|各|全体|广大|组织|开展|落实|聚焦|助力|作为|成为|参与|参加|加入|关于|学习|贯彻|持续|充分|积极|充实|支持|指导|提升|增强|做好|搭建|汇聚|凝聚|联合|邀请|中国特色|新时代|如何|什么|怎样|近年来|活动|会议|据)/;
/** 塘坝镇建成首个果蔬加工行业工会联合会 tells a deed, whose object is the union. */
const DEED =
  /[\p{Script=Han}](?:建成|成立|组建|揭牌|召开|举办|举行|开展|启动|完成|获评|荣获|走进|慰问|选举|指导|首个|首家|第一家|新增)/u;
const CITY = /^(?:重庆)?市/;

/** The title parted into the union and what it did. */
export interface UnionTitle {
  /** In full: 市总工会 is 重庆市总工会, 重庆沙坪坝区总工会 is 沙坪坝区总工会. */
  unit: string;
  rest: string;
}

/**
 * The union's name that a text begins with, as written; null where it begins with none.
 *
 * @example unionAt('渝中区总工会看望环卫工人') // '渝中区总工会'
 * unionAt('打造工会驿站') // null
 */
export function unionAt(text: string): string | null {
  const name = NAME.exec(text)?.[0];
  if (name === undefined || name === '工会' || NO_NAME.test(name) || DEED.test(name)) return null;
  const isBare = name.endsWith('工会') && !name.endsWith('总工会');
  return isBare && QUALIFIED.test(text.slice(name.length)) ? null : name;
}

/**
 * Reads the union off the front of a case's title.
 *
 * @returns null where the front is not surely a union (打造工会驿站… is not), or nothing stands behind it.
 * @example unionOf('市总工会打造职工摄影展') // { unit: '重庆市总工会', rest: '打造职工摄影展' }
 */
export function unionOf(title: string): UnionTitle | null {
  const name = unionAt(title);
  if (name === null) return null;
  const rest = title.slice(name.length).trim();
  return rest === '' ? null : { unit: fullUnionName(name), rest };
}

/** The city is named once, and only where the union is the city's own. */
export function fullUnionName(name: string): string {
  const ofDistrict = /^(?:重庆市?)?([^市]{1,12}?[区县].*)$/.exec(name);
  return ofDistrict?.[1] ?? name.replace(CITY, '重庆市');
}
