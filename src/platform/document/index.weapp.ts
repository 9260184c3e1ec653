import type { DocumentAnswer } from './types';

export type { DocumentAnswer } from './types';

/** WeChat gets the text alone: the library that makes a document is as large as the app. */
export const makesDocuments = false;

export const saveDocument = (_name: string, _text: string): Promise<DocumentAnswer> => Promise.resolve('failed');

export const sharesDocuments = (): boolean => false;

export const shareDocument = (_name: string, _text: string): Promise<DocumentAnswer> => Promise.resolve('failed');
