export * from './standing';
export * from './state';
