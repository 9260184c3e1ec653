export * from './datum';
export * from './distance';
export * from './sphere';
