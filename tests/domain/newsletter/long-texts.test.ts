/** Texts of a megabyte and more: how long reading takes grows with the text, and not with its square. */
import { parseNewsletter } from '@yugong/domain/newsletter';
import { categories } from './read';

describe('a long text is read to its end:', () => {
  const MB = 1024 * 1024;
  it.each<[string, string]>([
    ['one line of digits', `◆3月14日，${'1'.repeat(2 * MB)}`],
    ['one line of dates', `◆3月14日，${'3月14日、'.repeat(MB / 8)}`],
    ['a sentence that never ends', `# 题\n## 一周动态\n◆近日，开展\n${'工会工会工会工会工会\n'.repeat(MB / 16)}`],
    ['quotes that never close', `# 题\n## 一周动态\n◆3月14日，${'“工《会（'.repeat(MB / 8)}`],
    [
      'many items',
      `# 题\n## 一周动态\n${Array.from({ length: 10_000 }, (_, n) => `◆3月14日，甲工会开第${n}次会，来了${n}人。`).join('\n')}`,
    ],
  ])(
    '%s',
    (_, text) => {
      // What is quadratic takes many minutes at this length and runs into the limit below.
      const { news, flags } = parseNewsletter(text, { issueDate: '2030-03-20', categories });
      expect(news.length + flags.length).toBeGreaterThan(0);
    },
    120_000,
  );
});
