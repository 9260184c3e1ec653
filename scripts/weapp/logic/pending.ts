/**
 * What the app still has to do: its timers, callbacks and requests.
 *
 * A check must wait for exactly that. A fixed sleep misses a slow render (an 800-row list was missed so)
 * and wastes time on every quick one.
 */

/** Timers longer than this are intervals in spirit (a toast's end, a refresh in a minute): not waited for. */
const SOON_MS = 2_000;
/** Timers up to this belong to what is being done: Taro and React queue callbacks with a delay of a few milliseconds. */
const AT_ONCE_MS = 50;
/** Rounds of an idle event loop before the app counts as at rest: React and Taro queue one timer after another. */
const IDLE_ROUNDS = 3;

export class Pending {
  private readonly soon = new Set<unknown>();
  /** The part of {@link soon} that needs nobody else: callbacks, navigation, drawing; no timers that wait, no requests. */
  private readonly atOnce = new Set<unknown>();
  private readonly timers = new Map<number, NodeJS.Timeout>();
  private nextId = 1;
  /** A closed app may still hear an answer that was on its way; the timers that it then asks for never run. */
  private stopped = false;

  /** @param guard runs a callback and reports what it throws; the app must go on as a phone would */
  constructor(private readonly guard: (callback: () => void) => void) {}

  setTimeout = (callback: (...args: unknown[]) => void, delay = 0, ...args: unknown[]): number => {
    const id = this.nextId++;
    if (this.stopped) return id;
    if (delay <= SOON_MS) this.soon.add(id);
    if (delay <= AT_ONCE_MS) this.atOnce.add(id);
    const run = (): void => {
      this.clear(id);
      this.guard(() => callback(...args));
    };
    this.timers.set(id, setTimeout(run, delay));
    return id;
  };

  setInterval = (callback: (...args: unknown[]) => void, delay = 0, ...args: unknown[]): number => {
    const id = this.nextId++;
    if (this.stopped) return id;
    this.timers.set(
      id,
      setInterval(() => this.guard(() => callback(...args)), delay),
    );
    return id;
  };

  clear = (id?: number): void => {
    if (id === undefined) return;
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    this.soon.delete(id);
    this.atOnce.delete(id);
  };

  /** Runs a callback as WeChat does: later, never inside the call that asked for it. */
  later(callback: () => void): void {
    this.setTimeout(callback, 0);
  }

  /**
   * Waits with the app: work outside the context, such as a request or a message to the view.
   * @param remote does somebody else answer it? Then {@link caughtUp} doesn't wait for it.
   */
  async during<T>(work: Promise<T>, { remote = false } = {}): Promise<T> {
    const token = {};
    this.soon.add(token);
    if (!remote) this.atOnce.add(token);
    try {
      return await work;
    } finally {
      this.soon.delete(token);
      this.atOnce.delete(token);
    }
  }

  /** Resolves once nothing is left to do. @returns false when it still isn't at rest after `limitMs` */
  settle(limitMs = 5_000): Promise<boolean> {
    return this.untilEmpty(this.soon, limitMs);
  }

  /**
   * Resolves once the app has done what it can do by itself, while requests and timers go on: when a person looks at
   * the page again. @returns false when it is still busy after `limitMs`
   */
  caughtUp(limitMs = 5_000): Promise<boolean> {
    return this.untilEmpty(this.atOnce, limitMs);
  }

  private async untilEmpty(waiting: ReadonlySet<unknown>, limitMs: number): Promise<boolean> {
    const deadline = Date.now() + limitMs;
    let idle = 0;
    while (idle < IDLE_ROUNDS) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      idle = waiting.size === 0 ? idle + 1 : 0;
      if (Date.now() > deadline) return false;
    }
    return true;
  }

  /** Stops everything: the app is closed. */
  stop(): void {
    this.stopped = true;
    for (const id of [...this.timers.keys()]) this.clear(id);
    this.soon.clear();
    this.atOnce.clear();
  }
}
