/** Documents that the service has made. Apart from `document`, so that WeChat's first package doesn't carry them. */
import { saveFile } from '../save-file';
import { WORD_TYPE, type DocumentAnswer } from '../document/types';

/** Saves a document among the downloads. Call it only from a tap. @param base64 its bytes */
export function saveMadeDocument(name: string, base64: string): Promise<DocumentAnswer> {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return Promise.resolve(saveFile(`${name}.docx`, new Blob([bytes], { type: WORD_TYPE })) ? 'done' : 'failed');
}
