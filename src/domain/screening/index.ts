export * from './eligibility';
export * from './preparation';
export * from './rules';
export * from './say';
