export * from './name';
export * from './phone';
export * from './resident-id';
export * from './schema';
export * from './text';
