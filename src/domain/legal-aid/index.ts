export * from './fate';
export * from './urgency';
