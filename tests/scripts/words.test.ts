/** The lint over what people read: banned Chinese is found wherever it is shown, and nowhere else. */
import { bannedWords } from '../../scripts/words/banned';
import { findBanned } from '../../scripts/words/check';

it.each([
  ['a string', "const word = '没有报上';"],
  ['a template with a gap', 'const word = `前面的 ${count} 个`;'],
  ['JSX text', 'const page = <Text>前面的</Text>;'],
  ['an attribute', 'const page = <Empty title="场次没有取到" />;'],
])('finds a banned word in %s', (_where, code) => {
  expect(findBanned('page.tsx', code)).toHaveLength(1);
});

it('names the line and what to write instead', () => {
  expect(findBanned('words.ts', "\nconst text = '没有收到回音';")).toEqual([
    { line: 2, text: '没有收到回音', instead: '等待确认；暂未收到确认' },
  ]);
});

it.each([
  ['a comment', '// 没有报上\nconst word = 1;'],
  ['a name of ours', "const word = '报名成功';"],
  ['a longer word that only holds it', "const hint = '没有办成功的，可以重试';"],
])('leaves %s alone', (_what, code) => {
  expect(findBanned('words.ts', code)).toEqual([]);
});

it('never bans what it recommends', () => {
  for (const { instead } of bannedWords) expect(findBanned('words.ts', `const text = '${instead}';`)).toEqual([]);
});
