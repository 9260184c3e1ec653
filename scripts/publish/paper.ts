/** How the papers of `publish:check` are written: in Markdown, with what only the union knows marked. */
import type { Vendor } from '@yugong/domain/operator';
import { vendorFacts } from '@yugong/domain/operator/words';

/** What only the union knows: found by searching for it. */
export const TO_FILL = '【请填写】';

/** A Markdown table. A bar in a cell would end it. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`)
    .join('\n');

/** The services of others by their names. */
export const sayList = (vendors: readonly Vendor[]): string =>
  vendors.map((one) => vendorFacts[one].service).join('、');

/** Files by name, the first few of many. */
export const sayFiles = (files: readonly string[], most = 3): string =>
  files.length > most ? `${files.slice(0, most).join('、')} 等 ${files.length} 个文件` : files.join('、');
