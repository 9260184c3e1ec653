export * from './columns';
export * from './find';
export * from './index-of';
export * from './needs';
export * from './places';
export * from './row';
export * from './verification';
export * from './vocabulary';
