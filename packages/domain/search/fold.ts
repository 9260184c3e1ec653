/** Makes two ways of typing the same thing equal, one character for one, so that positions keep. */

/**
 * Lower case, half width, simplified punctuation. The result has exactly the input's length in UTF-16
 * units, which lets a hit in the folded text be highlighted in the original.
 *
 * @example fold('ＡＢＣ１２３“工会”') // 'abc123"工会"'
 */
export function fold(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Full-width forms stand exactly 0xFEE0 above ASCII.
    const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : text.charAt(at);
    const lower = half.toLowerCase();
    folded += punctuation[half] ?? (lower.length === 1 ? lower : half);
  }
  return folded;
}

const punctuation: Record<string, string> = {
  '\u3000': ' ',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '「': '"',
  '」': '"',
  '《': '<',
  '》': '>',
  '。': '.',
  '、': ',',
};

/** A query longer than this is cut before it is searched: nobody looks for a paragraph. */
const MAX_QUERY_LENGTH = 60;

/**
 * The words of a query: folded, split at blanks and punctuation, each once. An apostrophe between letters is how
 * keyboards divide pinyin that is still being typed, and is left out.
 *
 * @example queryWords("sha'ping 驿站") // ['shaping', '驿站']
 */
export const queryWords = (query: string): string[] => {
  const folded = fold(query.slice(0, MAX_QUERY_LENGTH)).replace(/([a-z])'(?=[a-z])/g, '$1');
  return [...new Set(folded.split(/[\s,.;:!?"'<>()|/\\·~…—-]+/).filter(Boolean))];
};
