/** The phone's storage of one mini-program, with WeChat's limits: 1 MB a key, 10 MB in all. It outlives the app. */

const KEY_LIMIT = 1024 * 1024;
const TOTAL_LIMIT = 10 * 1024 * 1024;

/** What WeChat says when a value doesn't fit; the app's own fallback is tested against these words. */
export class StorageError extends Error {
  constructor(readonly errMsg: string) {
    super(errMsg);
  }
}

export class Storage {
  /** JSON by key: WeChat keeps copies, so a later change of the object must not reach what was stored. */
  private readonly values = new Map<string, string>();

  get(key: string): unknown {
    const text = this.values.get(key);
    return text === undefined ? '' : (JSON.parse(text) as { value: unknown }).value;
  }

  has(key: string): boolean {
    return this.values.has(key);
  }

  set(key: string, value: unknown): void {
    if (typeof key !== 'string' || key === '')
      throw new StorageError('setStorage:fail parameter error: parameter.key should be String');
    if (typeof value === 'function' || typeof value === 'symbol')
      throw new StorageError('setStorage:fail data type error');
    const text = JSON.stringify({ value });
    const bytes = Buffer.byteLength(text);
    if (bytes > KEY_LIMIT) throw new StorageError('setStorage:fail entry size limit reached');
    const others = this.bytes() - Buffer.byteLength(this.values.get(key) ?? '');
    if (others + bytes > TOTAL_LIMIT) throw new StorageError('setStorage:fail storage exceed max size 10Mb');
    this.values.set(key, text);
  }

  /** Everything that is stored, as it is. */
  text(): string {
    return [...this.values].join('\n');
  }

  remove(key: string): void {
    this.values.delete(key);
  }

  clear(): void {
    this.values.clear();
  }

  info(): { keys: string[]; currentSize: number; limitSize: number } {
    return {
      keys: [...this.values.keys()],
      currentSize: Math.ceil(this.bytes() / 1024),
      limitSize: TOTAL_LIMIT / 1024,
    };
  }

  private bytes(): number {
    return [...this.values.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  }
}
