export * from './box';
export * from './datum';
export * from './distance';
export * from './travel';
