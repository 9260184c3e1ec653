export * from './fate';
export * from './urgency';
export * from './places';
