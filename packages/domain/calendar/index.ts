export * from './day';
export * from './words';
