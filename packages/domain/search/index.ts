export * from './fold';
export * from './pinyin';
export * from './search';
export type { Topic } from './topic';
