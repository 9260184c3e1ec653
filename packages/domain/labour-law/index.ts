/** 劳动法: deadlines and amounts, computed on the phone, each with its articles and its workings. */
export * from './amounts';
export * from './articles';
export * from './claim';
export * from './clock';
export * from './dates';
export * from './local-figures';
export * from './money';
export * from './rest-days';
