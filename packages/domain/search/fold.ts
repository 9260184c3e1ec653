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

/** The words of a query: folded, split at blanks, each once. */
export const queryWords = (query: string): string[] => [...new Set(fold(query).split(/\s+/).filter(Boolean))];
