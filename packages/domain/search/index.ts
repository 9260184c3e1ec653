export * from './fold';
export * from './pinyin';
export * from './search';
