export * from './holidays';
export * from './say';
export * from './state';
export * from './types';
export * from './week';
export { isAlwaysOpen } from './segments';
export { dayNumberAt } from './days';
