/** What a page costs, as 体验评分 counts it. */
import { defined } from '@yugong/domain/narrow';
import { LIMITS } from '../baseline';
import { walkNodes, type WxmlNode } from '../compile/wxml';
import { finding, type Finding } from '../finding';
import type { PageInstance, SetDataCost } from '../logic/page';

/** One row of dist/weapp-report.json. */
export interface RouteReport {
  route: string;
  nodes: number;
  depth: number;
  maxChildren: number;
  setDataCalls: number;
  setDataBytes: number;
  maxSetData: number;
}

/** Nodes, depth and widest node of a page's tree; text is not a node, the page itself is. */
export function treeMetrics(tree: WxmlNode): { nodes: number; depth: number; maxChildren: number } {
  const metrics = { nodes: 0, depth: 0, maxChildren: 0 };
  walkNodes(tree, (node, depth) => {
    // `virtual` is what wcc makes of a wx:for or a template: nothing of it is in the page.
    if (node.tag === 'virtual') return;
    metrics.nodes += 1;
    metrics.depth = Math.max(metrics.depth, depth);
    metrics.maxChildren = Math.max(metrics.maxChildren, elements(node).length);
  });
  return metrics;
}

const elements = (node: WxmlNode): WxmlNode[] =>
  node.children.flatMap((child) =>
    typeof child === 'string' ? [] : child.tag === 'virtual' ? elements(child) : [child],
  );

/** The most setData calls within any one second. */
export function busiestSecond(costs: readonly SetDataCost[]): number {
  let most = 0;
  for (let first = 0, last = 0; last < costs.length; last++) {
    while (defined(costs[last]).at - defined(costs[first]).at >= 1_000) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

/** A page's row. */
export function measurePage(page: PageInstance, tree: WxmlNode | undefined): RouteReport {
  const bytes = page.costs.map((cost) => cost.bytes);
  return {
    route: page.route,
    ...(tree ? treeMetrics(tree) : { nodes: 0, depth: 0, maxChildren: 0 }),
    setDataCalls: bytes.length,
    setDataBytes: bytes.reduce((sum, size) => sum + size, 0),
    maxSetData: Math.max(0, ...bytes),
  };
}

/** The rules of 体验评分 that a page's row and its calls decide. */
export function judgePage(page: PageInstance, report: RouteReport): Finding[] {
  const findings: Finding[] = [];
  const at = (rule: Parameters<typeof finding>[0], broken: boolean, message: string): void => {
    if (broken) findings.push(finding(rule, page.route, `${page.url}：${message}`));
  };
  const perSecond = busiestSecond(page.costs);
  at('node-count', report.nodes >= LIMITS.nodes, `${report.nodes} 个节点，要少于 ${LIMITS.nodes}`);
  at('node-depth', report.depth >= LIMITS.depth, `嵌套 ${report.depth} 层，要少于 ${LIMITS.depth}`);
  at(
    'node-children',
    report.maxChildren > LIMITS.children,
    `一个节点有 ${report.maxChildren} 个子节点，最多 ${LIMITS.children}`,
  );
  at(
    'setdata-rate',
    perSecond > LIMITS.setDataPerSecond,
    `一秒内 ${perSecond} 次 setData，最多 ${LIMITS.setDataPerSecond}`,
  );
  return findings;
}

/** The worst of several rows of one route: a list is judged by its longest. */
export function worst(rows: readonly RouteReport[]): RouteReport {
  return rows.reduce((a, b) => ({
    route: a.route,
    nodes: Math.max(a.nodes, b.nodes),
    depth: Math.max(a.depth, b.depth),
    maxChildren: Math.max(a.maxChildren, b.maxChildren),
    setDataCalls: Math.max(a.setDataCalls, b.setDataCalls),
    setDataBytes: Math.max(a.setDataBytes, b.setDataBytes),
    maxSetData: Math.max(a.maxSetData, b.maxSetData),
  }));
}
