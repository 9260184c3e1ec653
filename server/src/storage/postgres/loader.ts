/** Asks for many things at once: whatever is wanted within one turn of the loop becomes one query. */
export class Loader<K, V> {
  private wanted: { key: K; resolve: (value: V | undefined) => void; reject: (error: unknown) => void }[] = [];

  constructor(private readonly load: (keys: K[]) => Promise<(V | undefined)[]>) {}

  get(key: K): Promise<V | undefined> {
    return new Promise((resolve, reject) => {
      this.wanted.push({ key, resolve, reject });
      if (this.wanted.length === 1) setImmediate(() => void this.flush());
    });
  }

  private async flush(): Promise<void> {
    const { wanted } = this;
    this.wanted = [];
    try {
      const values = await this.load(wanted.map(({ key }) => key));
      for (const [index, { resolve }] of wanted.entries()) resolve(values[index]);
    } catch (error) {
      for (const { reject } of wanted) reject(error);
    }
  }
}
