/** A reader's finger on the logic layer alone: no view, so that only what the phone's JavaScript does is timed. */
import { readFileSync } from 'node:fs';
import { wxmlTextOf, walkNodes, type Templates, type WxmlNode } from '../../weapp/compile/wxml';
import { readPage, tapNode } from '../../weapp/logic/crawl';
import type { MiniProgram } from '../../weapp/logic/mini-program';

/**
 * Milliseconds that this thread, the app's logic, has been on a processor: not those in which it waited for a timer, the
 * phone or others on this machine, nor what the engine compiles and collects beside it. Linux only (proc(5), schedstat).
 */
export const worked = (): number =>
  Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;

export class Hand {
  /** @param lastUpdate how long the app had worked when it last handed something to the view, by {@link worked} */
  constructor(
    private readonly app: MiniProgram,
    private readonly templates: Templates,
    private readonly lastUpdate: () => number,
  ) {}

  reads = (words: string): boolean => readPage(this.app, this.templates).includes(words);

  mustRead(words: string): void {
    if (!this.reads(words)) throw new Error(`没有“${words}”：${readPage(this.app, this.templates).slice(0, 300)}`);
  }

  /** Taps what says these words. @returns milliseconds of work until the last of what it changed was on its way to the view */
  async tap(words: string): Promise<number> {
    const page = this.app.navigator.top;
    const tree = page && this.templates.render(page.route, page.data);
    if (!page || !tree) throw new Error('no page');
    let found: { node: WxmlNode; ancestors: readonly WxmlNode[] } | null = null;
    walkNodes(tree, (node, _depth, ancestors) => {
      const says = [node.attr?.['aria-label'], node.attr?.['ariaLabel'], wxmlTextOf(node).trim()].includes(words);
      if (!found && node.attr?.['bindtap'] && says) found = { node, ancestors };
    });
    if (!found) throw new Error(`找不到“${words}”`);
    const { node, ancestors } = found as { node: WxmlNode; ancestors: readonly WxmlNode[] };
    const start = worked();
    tapNode(this.app, page, node, ancestors);
    await this.app.settle();
    return this.lastUpdate() - start;
  }
}
