import Taro from '@tarojs/taro';
import { errorMessage } from '../error-message';
import { log } from '../log';

/**
 * Hands a text over as a file: WeChat has no downloads, so the owner sends it to a chat, such as 文件传输助手. Call it
 * only from a tap.
 *
 * @param name with its ending: `me.json`
 * @returns `cancelled` where its owner changed their mind
 */
export async function saveText(name: string, text: string): Promise<'saved' | 'cancelled' | 'failed'> {
  const path = `${Taro.env.USER_DATA_PATH}/${name}`;
  try {
    Taro.getFileSystemManager().writeFileSync(path, text, 'utf8');
    await Taro.shareFileMessage({ filePath: path, fileName: name });
    return 'saved';
  } catch (error) {
    const message = errorMessage(error) || String(error);
    if (/cancel/i.test(message)) return 'cancelled';
    log('save-file', 'could not hand over a file');
    return 'failed';
  } finally {
    remove(path);
  }
}

/** The copy in the app's own folder is nobody's any more. */
function remove(path: string): void {
  try {
    Taro.getFileSystemManager().unlinkSync(path);
  } catch {
    // It was never written.
  }
}
