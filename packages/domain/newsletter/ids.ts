/** Ids for new records: what kind, of when, and the title in ASCII. */

/** Turns a Chinese title into lower-case ASCII words joined by hyphens; pinyin is the caller's. */
export type Slug = (title: string) => string;

/** Makes ids that nothing else has. */
export class IdMinter {
  private readonly uses = new Map<string, number>();

  constructor(
    private readonly slug: Slug,
    private readonly taken: Set<string>,
  ) {}

  /** @example ids.make(['news', '2024-11-14'], '职工篮球比赛') // 'news-2024-11-14-zhi-gong-lan-qiu' */
  make(front: readonly (string | number)[], title: string): string {
    const stem = [...front, this.slug(title) || 'item'].join('-');
    for (;;) {
      const use = (this.uses.get(stem) ?? 0) + 1;
      this.uses.set(stem, use);
      const id = use === 1 ? stem : `${stem}-${use}`;
      if (this.taken.has(id)) continue;
      this.taken.add(id);
      return id;
    }
  }
}
