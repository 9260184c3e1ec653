/** `npm run content -- <command>`: checks and imports the dataset. Exit 0 clean, 1 content at fault, 2 usage. */
import { runCheck } from './content/check';

const usage = `用法：
  npm run content -- check
  npm run content -- import FILE [--issue-date YYYY-MM-DD] [--publisher NAME] [--confidence high|medium|low] [--new-category NAME] [--write] [--json]
  npm run content -- stations FILE.csv|FILE.xlsx [--write] [--skip-bad] [--json]
  npm run content -- stations --template FILE.csv|FILE.xlsx
  npm run content -- stations --geocode [--adcode CODE] [--resume FILE] [--write] [--json]
  npm run content -- places FILE.csv|FILE.xlsx [--write] [--skip-bad] [--json]
  npm run content -- places --template FILE.csv|FILE.xlsx
`;

async function main([command, ...rest]: string[]): Promise<number> {
  if (command === 'check' && rest.length === 0) return runCheck();
  if (command === 'import') return (await import('./content/import')).runImport(rest);
  if (command === 'stations' && rest.includes('--geocode')) return (await import('./content/geocode')).runGeocode(rest);
  if (command === 'stations' || command === 'places') return (await import('./content/list')).runList(command, rest);
  process.stderr.write(usage);
  return 2;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
