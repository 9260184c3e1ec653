export * from './pick';
export * from './say';
export * from './span';
export * from './types';
