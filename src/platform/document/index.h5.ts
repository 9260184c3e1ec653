import { log } from '../log';
import { saveFile } from '../save-file';
import { WORD_TYPE, type DocumentAnswer } from './types';

export type { DocumentAnswer } from './types';

/** Where a document comes to be: here, and the text stays here. */
export const documentsBy: 'phone' | 'service' = 'phone';

async function build(name: string, text: string): Promise<File> {
  // Fetched at the first tap; `on-demand` keeps it out of what a first visit stores (scripts/h5/write.ts).
  const { docxBlob } = await import(/* webpackChunkName: "on-demand-docx" */ '@yugong/domain/document/docx');
  return new File([await docxBlob(text)], `${name}.docx`, { type: WORD_TYPE });
}

/** Saves a text as a Word document among the downloads. Call it only from a tap. */
export async function saveDocument(name: string, text: string): Promise<DocumentAnswer> {
  try {
    const file = await build(name, text);
    return saveFile(file.name, file) ? 'done' : 'failed';
  } catch {
    log('document', 'could not be made');
    return 'failed';
  }
}

/** Does this phone hand files on to other apps? */
export const sharesDocuments = (): boolean =>
  typeof navigator.canShare === 'function' &&
  navigator.canShare({ files: [new File([''], 'a.docx', { type: WORD_TYPE })] });

/** Hands a Word document to another app through the phone's own sheet. */
export async function shareDocument(name: string, text: string): Promise<DocumentAnswer> {
  try {
    await navigator.share({ files: [await build(name, text)] });
    return 'done';
  } catch (error) {
    return error instanceof Error && error.name === 'AbortError' ? 'cancelled' : 'failed';
  }
}

/** What a browser saved is among its downloads, out of a page's reach. */
export function forgetDocuments(): void {
  // Nothing to forget.
}
