import { MINUTE } from '@yugong/domain/time';
import { log } from '../log';

/** A browser may still be reading the file when the click returns. */
const KEEP_MS = MINUTE;

/**
 * Hands a file to the browser, which keeps it among its downloads. Call it only from a tap.
 *
 * @returns false where this browser can't
 */
export function saveFile(name: string, file: Blob): boolean {
  try {
    const url = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    // Old Firefox and WebKit follow only a link that stands in the page.
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
    return true;
  } catch {
    log('save-file', 'this browser saves no files');
    return false;
  }
}

/** The same for a text. @param name with its ending: `me.json` */
export const saveText = (name: string, text: string): Promise<'saved' | 'cancelled' | 'failed'> =>
  Promise.resolve(saveFile(name, new Blob([text], { type: 'application/json;charset=utf-8' })) ? 'saved' : 'failed');
