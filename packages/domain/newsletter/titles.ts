/** A title for an item that the newsletter prints without one: words of its own first sentence. */
import { clauses, sentences } from './marks';

/**
 * 由……主办，……承办，……协办的 stands before the name of what was held. Without 由 the same verb ends a clause that says
 * what happened: 职工篮球赛在南岸区举办，
 */
const HOSTED_BY = /^由.*(?:主办|承办|协办|举办)(?:、.*?(?:承办|协办))?[，,]$/;
const ALSO_HOSTED_BY = /^[^在]{1,40}(?:主办|承办|协办)[，,]$/;
const HOSTED = /^.{0,60}?(?:主办|承办|协办|举办)的/;
/** 记者从某某获悉，据某某消息， says how the reporter knows and not what happened. */
const HEARD =
  /^(?:记者|笔者|本[报网]记者)?(?:从|自|据).{1,24}(?:获悉|了解到|得知|了解|消息|介绍|通报|统计)[，,]$|^据(?:悉|了解|介绍|统计)[，,]$/;
/** A shorter clause says too little, and so does one of purpose or occasion alone. */
const SHORTEST = 6;
const PURPOSE = /^(?:为|随着)|^在.{0,20}下[，,]$/;

/**
 * The first clause of a text that says what happened, word for word.
 *
 * @param text of the item, without its date
 * @example titleOf('市政协开展“法润巴渝”委员行动，组织……') // '市政协开展“法润巴渝”委员行动'
 */
export function titleOf(text: string): string {
  const [first = text] = sentences(text.replace(/^(?:上午|下午|晚上?|晚间)?[，,、：:|｜丨\s]+/, ''));
  const all = clauses(first).filter((clause, at, { length }) => at === length - 1 || !HEARD.test(clause));
  const hosts = HOSTED_BY.test(all[0] ?? '') ? 1 + all.slice(1).findIndex((clause) => !ALSO_HOSTED_BY.test(clause)) : 0;
  const telling = all.slice(hosts);
  let title = '';
  for (const clause of telling) {
    title += clause.replace(HOSTED, '');
    if (title.length >= SHORTEST && !PURPOSE.test(clause)) break;
  }
  return (title || first).replace(/[，,；;：:。！？!?\s]+$/, '');
}
