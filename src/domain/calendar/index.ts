export * from './day';
export * from './say';
