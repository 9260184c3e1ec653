/** A title for an item that the newsletter prints without one: words of its own first sentence. */
import { clauses, sentences } from './marks';

/** 由……主办，……承办，……协办的 stands before the name of what was held. */
const HOSTS = /^(?:由)?.*?(?:主办|承办|协办|举办)(?:、.*?(?:承办|协办))?[，,]$/;
const HOSTED = /^.{0,60}?(?:主办|承办|协办|举办)的/;
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
  const [first = text] = sentences(text.replace(/^(?:上午|下午|晚上?|晚间)?[，,、\s]+/, ''));
  const telling = clauses(first).filter((clause) => !HOSTS.test(clause));
  let title = '';
  for (const clause of telling) {
    title += clause.replace(HOSTED, '');
    if (title.length >= SHORTEST && !PURPOSE.test(clause)) break;
  }
  return (title || first).replace(/[，,；;：:。！？!?\s]+$/, '');
}
