export * from './pick';
export * from './span';
export * from './types';
