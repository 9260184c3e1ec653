/**
 * `npm run lint`: ESLint, the rules about promises, stylelint, Prettier, the words that must not come back, and the arrows
 * of the house. All run, whatever one finds.
 */
import { eslint, prettier, promiseRules, stylelint } from './lib/linters';
import { runNode, script } from './lib/run';

const tools = [
  { name: 'ESLint', ...eslint(['.']) },
  { name: 'Promise', ...promiseRules(['.']) },
  { name: 'stylelint', ...stylelint(['src/**/*.scss', 'staff/src/**/*.css']) },
  { name: 'Prettier', ...prettier(['.']) },
  { name: '用词', args: script('scripts/words/check.ts') },
  {
    name: '依赖方向',
    args: [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      'packages',
      'src',
      'server/src',
      'staff/src',
      '--output-type',
      'err',
    ],
  },
];

async function lint(): Promise<number> {
  const results = await Promise.all(tools.map(async (tool) => ({ ...tool, ...(await runNode(tool.args)) })));
  for (const { name, code, output, seconds } of results) {
    console.log(`${code === 0 ? '✓' : '✗'} ${name}（${seconds.toFixed(1)} 秒）`);
    if (code !== 0) console.log(output);
  }
  return results.some(({ code }) => code !== 0) ? 1 : 0;
}

void lint().then((code) => {
  process.exitCode = code;
});
