/** @example parsePath('root.cn.[0].cl') // ['root', 'cn', 0, 'cl'] */
function parsePath(text: string): (string | number)[] {
  return text
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Writes a value under a path, making objects and arrays on the way as WeChat does. */
function writePath(data: Record<string, unknown>, text: string, value: unknown): void {
  const parts = parsePath(text);
  let at: Record<string | number, unknown> = data;
  parts.forEach((part, index) => {
    if (index === parts.length - 1) {
      at[part] = value;
      return;
    }
    const next = at[part];
    if (typeof next !== 'object' || next === null) at[part] = typeof parts[index + 1] === 'number' ? [] : {};
    at = at[part] as Record<string | number, unknown>;
  });
}
/** A page of the running app: its data as the view has it, and what every setData cost. */

/** What the app handed to `Page()`; its methods are called with the instance as `this`. */
export type PageDefinition = Record<string, unknown> & { data?: Record<string, unknown> };

/** A node as Taro keeps it in the page's data. */
export interface TreeNode {
  /** Taro's number of the component's template. */
  nn: string;
  sid?: string;
  /** Text, of a text node. */
  v?: string;
  /** Class and style. */
  cl?: string;
  st?: string;
  cn?: TreeNode[];
  [prop: string]: unknown;
}

export interface SetDataCost {
  bytes: number;
  /** Milliseconds since the epoch. */
  at: number;
}

/** What the view layer is told of. Only JSON crosses, as in WeChat. */
export interface PageView {
  open(page: PageInstance): Promise<void> | void;
  /** @param json the patch as it crosses the bridge */
  update(page: PageInstance, json: string): Promise<void> | void;
  show(page: PageInstance): Promise<void> | void;
  close(page: PageInstance): Promise<void> | void;
  scrollTo?(page: PageInstance, top: number, duration: number): Promise<void> | void;
  stopPullDown?(page: PageInstance): Promise<void> | void;
}

let count = 0;

export class PageInstance {
  readonly id = ++count;
  /** The object the app knows as `this`. */
  readonly instance: Record<string, unknown>;
  readonly costs: SetDataCost[] = [];
  private loaded = false;

  constructor(
    readonly route: string,
    readonly query: Record<string, string>,
    readonly definition: PageDefinition,
    private readonly onSetData: (page: PageInstance, json: string, callback?: () => void) => void,
  ) {
    const data = JSON.parse(JSON.stringify(definition.data ?? {})) as Record<string, unknown>;
    this.instance = Object.create(null);
    Object.assign(this.instance, definition, {
      data,
      route,
      __route__: route,
      options: query,
      setData: (patch: Record<string, unknown>, callback?: () => void) => this.setData(patch, callback),
      getPageId: () => `pageId:${this.id}`,
      getOpenerEventChannel: () => ({
        on: () => undefined,
        emit: () => undefined,
        once: () => undefined,
        off: () => undefined,
      }),
    });
    // A getter: onReady in Taro notes on itself that it was called, and each page needs its own.
    for (const [name, value] of Object.entries(definition)) {
      if (typeof value === 'function')
        this.instance[name] = (...args: unknown[]) =>
          (value as (...a: unknown[]) => unknown).apply(this.instance, args);
    }
  }

  get data(): { root?: TreeNode } & Record<string, unknown> {
    return this.instance['data'] as { root?: TreeNode } & Record<string, unknown>;
  }

  /** `/features/cases/pages/detail/index?id=case-a` */
  get url(): string {
    const query = Object.entries(this.query).map(([key, value]) => `${key}=${value}`);
    return `/${this.route}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  }

  has(method: string): boolean {
    return typeof this.definition[method] === 'function';
  }

  call(method: string, ...args: unknown[]): unknown {
    const own = this.instance[method];
    return typeof own === 'function' ? (own as (...a: unknown[]) => unknown)(...args) : undefined;
  }

  /** onLoad and onShow, in the order and with the arguments WeChat gives. */
  load(): void {
    this.loaded = true;
    this.call('onLoad', { ...this.query });
    this.call('onShow');
  }

  unload(): void {
    this.call('onUnload');
    this.loaded = false;
  }

  private setData(patch: Record<string, unknown>, callback?: () => void): void {
    // After onUnload WeChat drops it silently.
    if (!this.loaded) return;
    const json = JSON.stringify(patch);
    this.costs.push({ bytes: Buffer.byteLength(json), at: Date.now() });
    for (const [path, value] of Object.entries(JSON.parse(json) as Record<string, unknown>))
      writePath(this.data, path, value);
    this.onSetData(this, json, callback);
  }
}
