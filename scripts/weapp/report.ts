/** dist/weapp-report.json as contracted in docs, and the same for a reader at a terminal. */
import { BUDGETS, LIMITS } from './baseline';
import type { Finding } from './finding';
import type { RouteReport } from './judge/metrics';

export interface Report {
  packages: Record<string, number>;
  routes: RouteReport[];
  findings: Finding[];
}

/** Chinese characters are two columns wide in a terminal. */
const width = (text: string): number => [...text].reduce((sum, char) => sum + (/[⺀-鿿＀-￯]/.test(char) ? 2 : 1), 0);

function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, at) => Math.max(width(title), ...rows.map((row) => width(row[at] ?? ''))));
  const line = (cells: string[]): string =>
    cells
      .map((cell, at) =>
        at === 0
          ? cell + ' '.repeat((widths[at] ?? 0) - width(cell))
          : ' '.repeat((widths[at] ?? 0) - width(cell)) + cell,
      )
      .join('  ');
  return [line(head), ...rows.map(line)].join('\n');
}

const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

/** The report as a person reads it. */
export function printable({ packages, routes, findings }: Report): string {
  const budget = (name: string): number =>
    name === 'total' ? BUDGETS.total : name === 'main' ? BUDGETS.main : BUDGETS.package;
  const sizes = table(
    ['包', '大小', '预算', '用掉'],
    Object.entries(packages).map(([name, bytes]) => [
      name,
      kb(bytes),
      kb(budget(name)),
      `${Math.round((bytes / budget(name)) * 100)}%`,
    ]),
  );
  const pages = table(
    [
      '页面（同一页面的多条记录取最大）',
      `节点<${LIMITS.nodes}`,
      `深度<${LIMITS.depth}`,
      `子节点≤${LIMITS.children}`,
      'setData次',
      '共',
      '最大一次',
    ],
    routes.map((row) => [
      row.route,
      String(row.nodes),
      String(row.depth),
      String(row.maxChildren),
      String(row.setDataCalls),
      kb(row.setDataBytes),
      kb(row.maxSetData),
    ]),
  );
  const faults = findings.map(
    ({ file, rule, message, fix }) => `✗ ${rule}  ${file}\n    ${message}\n    怎么办：${fix}`,
  );
  return [sizes, pages, ...faults].join('\n\n');
}
