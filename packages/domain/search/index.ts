export * from './fold';
export * from './pinyin';
export * from './search';
export type { SearchTopic } from './topic';
