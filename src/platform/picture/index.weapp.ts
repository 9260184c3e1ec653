import Taro from '@tarojs/taro';
import { errorMessage } from '../error-message';
import { log } from '../log';
import type { SavedPicture } from './outcome';
import type { Pen, Picture } from './pen';

export { layPath, writeText, type Pen, type Picture } from './pen';
export type { SavedPicture } from './outcome';

const isPen = (context: object): context is Pen => 'fillText' in context;

/** WeChat's export takes a canvas that is on no page as well as one that is; Taro's types know the latter only. */
const isExportable = (canvas: Taro.OffscreenCanvas | Taro.Canvas): canvas is Taro.Canvas => 'getContext' in canvas;

/**
 * Draws a picture into a temporary file.
 *
 * @returns its path; null where this phone can't
 */
export async function drawToFile({ width, height, draw }: Picture): Promise<string | null> {
  try {
    const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height });
    const pen = canvas.getContext('2d');
    if (!isPen(pen) || !isExportable(canvas)) return null;
    draw(pen);
    const size = { width, height, destWidth: width, destHeight: height };
    return (await Taro.canvasToTempFilePath({ canvas, ...size, fileType: 'png' })).tempFilePath;
  } catch {
    log('picture', 'this phone draws no pictures');
    return null;
  }
}

/** Draws a picture and writes it to the phone's album. Call it only from a tap. @param _name the album has no names */
export async function savePicture(_name: string, picture: Picture): Promise<SavedPicture> {
  const filePath = await drawToFile(picture);
  if (filePath === null) return 'failed';
  try {
    await Taro.saveImageToPhotosAlbum({ filePath });
    return 'album';
  } catch (error) {
    const message = errorMessage(error);
    if (/cancel/i.test(message)) return 'cancelled';
    // WeChat's answers: "auth deny", "auth denied", "privacy permission is not authorized", "system permission denied".
    if (/auth|permission|den(y|ied)/i.test(message)) return 'denied';
    log('picture', 'the album took no picture');
    return 'failed';
  }
}

/** After a refusal WeChat never asks again by itself: says where it is switched on, and leads there. */
export async function offerAlbumSettings(): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '未开启相册权限',
    content: '在设置里打开“添加到相册”，再回来保存。图片只写入，不读取你的照片。',
    confirmText: '去设置',
    cancelText: '暂不',
  });
  if (confirm) await Taro.openSetting().catch(() => log('picture', 'the settings did not open'));
}
