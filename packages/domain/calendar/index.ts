export * from './day';
export * from './month';
export * from './words';
