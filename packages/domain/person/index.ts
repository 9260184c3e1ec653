export * from './faults';
export * from './fields';
export * from './person';
