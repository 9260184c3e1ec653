/** Documents that the service has made. Apart from `document`, so that WeChat's first package doesn't carry them. */
import { saveFile } from '../save-file';
import type { DocumentAnswer } from '../document/types';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Saves a document among the downloads. Call it only from a tap. @param base64 its bytes */
export function saveMadeDocument(name: string, base64: string): Promise<DocumentAnswer> {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return Promise.resolve(saveFile(`${name}.docx`, new Blob([bytes], { type: TYPE })) ? 'done' : 'failed');
}
