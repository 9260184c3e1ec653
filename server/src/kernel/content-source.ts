/** The content as the service has it. */
import type { Edition } from '@yugong/content/feed';
import type { FeedNames } from '@yugong/domain/publication/feed';
import type { CollectionName, Dataset } from '@yugong/content/schema';

export interface Collection extends Edition {
  /** How often it was published; 0 is what the repository ships. */
  revision: number;
  records: Dataset[CollectionName];
  /** What the records refer to. */
  names(): FeedNames;
  /** The body of its feed, made when first asked for. */
  body(): string;
}

export interface ContentSource {
  collection(name: string): Collection | null;
  dataset(): Dataset;
  /** What the repository ships, whatever was published since. */
  base(): Dataset;
  /** Takes over what was published since, here or by another process; at most once a second, unless it must be now. */
  refresh(options?: { now?: boolean }): Promise<void>;
}
