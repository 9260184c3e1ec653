/**
 * A generated JSON file as what `npm run generate` wrote it from. TypeScript widens a JSON file's strings; the content
 * check has held each record against its schema before, so that the phone needn't do it again.
 */
export const bundleOf = <T>(json: unknown): T => json as T;
