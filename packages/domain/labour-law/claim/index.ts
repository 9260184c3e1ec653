export * from './application';
export * from './evidence';
export * from './id-number';
export * from './narrative';
export * from './parties';
