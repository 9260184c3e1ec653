/** Documents that the service has made. Apart from `document`, so that WeChat's first package doesn't carry them. */
import Taro from '@tarojs/taro';
import { forgetDocuments } from '../document/index.weapp';
import type { DocumentAnswer } from '../document/types';
import { log } from '../log';

/** Opens a document in WeChat, whose menu saves it and hands it on. Call it only from a tap. @param base64 its bytes */
export async function saveMadeDocument(name: string, base64: string): Promise<DocumentAnswer> {
  // The last one was opened and is done with. It is among those that clearing the phone takes away.
  forgetDocuments();
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}.docx`;
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, base64, 'base64');
    await Taro.openDocument({ filePath, fileType: 'docx', showMenu: true });
    return 'done';
  } catch {
    log('made-document', 'could not be written or opened');
    return 'failed';
  }
}
