export * from './pick';
export * from './words';
export * from './span';
export * from './types';
