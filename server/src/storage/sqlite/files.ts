import path from 'node:path';

/** Where in a data folder the database is. */
export const databaseFile = (folder: string): string => path.join(folder, 'yugong.sqlite');
