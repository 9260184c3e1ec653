/** The index that is bundled: of everything, as it was when the app was built. */
import type { SearchIndex } from '@yugong/content/bundle';
import index from './generated/index.json';

export const bundledEntries = index as unknown as SearchIndex;
