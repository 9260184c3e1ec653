export * from './application';
export * from './evidence';
