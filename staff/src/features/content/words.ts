/** The dataset's words for those who don't program. */

export const collectionWords: Record<string, string> = {
  cases: '案例',
  news: '动态',
  events: '活动',
  stations: '驿站',
};

/** Fields of a record; one that has no word keeps its name. */
const fields: Record<string, string> = {
  id: '编号',
  title: '标题',
  shortTitle: '短标题',
  summary: '摘要',
  body: '正文',
  paragraphs: '正文',
  date: '日期',
  start: '开始',
  end: '结束',
  place: '地点',
  adcode: '区县',
  district: '区县',
  union: '工会',
  organiser: '主办',
  figures: '数字',
  source: '出处',
  related: '相关',
  tags: '标签',
  topics: '主题',
  image: '图片',
};

export const sayField = (field: string): string => fields[field] ?? field;

/** A value as it is read: text as text, anything else as it is written in the data. */
export const sayValue = (value: unknown): string => {
  if (value === null || value === undefined) return '（没有）';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join('\n');
  return JSON.stringify(value, null, 2);
};
