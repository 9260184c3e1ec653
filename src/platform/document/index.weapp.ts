/**
 * Documents in WeChat: the service makes them, since the library for it is as large as the app. Whoever offers this
 * says so first, and sends nothing before the reader agreed.
 */
import Taro from '@tarojs/taro';
import { DocumentWire } from '@yugong/domain/legal-aid/wire';
import { errorMessage } from '../error-message';
import { log } from '../log';
import { newIdempotencyKey } from '../outbox';
import { askService } from '../service';
import type { DocumentAnswer } from './types';

export type { DocumentAnswer } from './types';

/** Where a document comes to be: a text has to leave the phone for it. */
export const documentsBy: 'phone' | 'service' = 'service';

const folder = (): string => Taro.env.USER_DATA_PATH ?? '';

/** The file's path, or why there is none. */
async function build(name: string, text: string): Promise<{ path: string } | DocumentAnswer> {
  const reply = await askService(DocumentWire, {
    path: '/api/v1/legal-aid/document?as=base64',
    as: 'me',
    method: 'POST',
    key: newIdempotencyKey(),
    body: { text },
  });
  if (reply.kind !== 'answered') return reply.kind === 'no-answer' ? 'not-sent' : 'failed';
  // The last one was opened and is done with.
  forgetDocuments();
  const path = `${folder()}/${name}.docx`;
  try {
    Taro.getFileSystemManager().writeFileSync(path, reply.data.base64, 'base64');
    return { path };
  } catch {
    log('document', 'could not be written');
    return 'failed';
  }
}

async function hand(name: string, text: string, to: (path: string) => Promise<unknown>): Promise<DocumentAnswer> {
  const built = await build(name, text);
  if (typeof built === 'string') return built;
  try {
    await to(built.path);
    return 'done';
  } catch (error) {
    return /cancel/.test(errorMessage(error)) ? 'cancelled' : 'failed';
  }
}

/** Opens the document in WeChat, whose menu saves it and hands it on. Call it only from a tap. */
export const saveDocument = (name: string, text: string): Promise<DocumentAnswer> =>
  hand(name, text, (filePath) => Taro.openDocument({ filePath, fileType: 'docx', showMenu: true }));

/** Can it be sent to a chat? */
export const sharesDocuments = (): boolean => Taro.canIUse('shareFileMessage');

/** Sends the document to a chat of the reader's choice, such as 文件传输助手. */
export const shareDocument = (name: string, text: string): Promise<DocumentAnswer> =>
  hand(name, text, (filePath) => Taro.shareFileMessage({ filePath, fileName: `${name}.docx` }));

/** Takes the documents made here off the phone. */
export function forgetDocuments(): void {
  try {
    const files = Taro.getFileSystemManager();
    for (const file of files.readdirSync(folder())) if (file.endsWith('.docx')) files.unlinkSync(`${folder()}/${file}`);
  } catch {
    log('document', 'could not be removed');
  }
}
