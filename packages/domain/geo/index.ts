export * from './box';
export * from './datum';
export * from './distance';
export * from './sphere';
export * from './travel';
