export * from './commands';
export * from './decide';
export * from './people';
export * from './quota';
export * from './state';
export * from './team';
export * from './types';
export * from './window';
