/** Pictures that the app draws: texts in their boxes, and paths without `Path2D`. */
import Taro from '@tarojs/taro';
import { savePicture, type Pen, type Picture } from '@/platform/picture/index.weapp';
import { layPath, writeText } from '@/platform/picture/pen';

/** A pen whose letters are as wide as they are high, and what was done with it. */
function notingPen(): { pen: Pen; done: string[] } {
  const done: string[] = [];
  const note =
    (name: string) =>
    (...values: (number | string)[]): void =>
      void done.push([name, ...values].join(' '));
  const nothing = (): void => undefined;
  const pen: Pen = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    lineCap: 'butt',
    font: '',
    textAlign: 'left',
    fillRect: nothing,
    save: nothing,
    restore: nothing,
    translate: nothing,
    scale: nothing,
    stroke: nothing,
    fill: nothing,
    beginPath: note('beginPath'),
    moveTo: note('moveTo'),
    lineTo: note('lineTo'),
    bezierCurveTo: note('bezierCurveTo'),
    quadraticCurveTo: note('quadraticCurveTo'),
    closePath: note('closePath'),
    fillText: note('fillText'),
    measureText: (text) => ({ width: text.length * Number(/(\d+)px/.exec(pen.font)?.[1]) }),
  };
  return { pen, done };
}

describe('a path', () => {
  it.each([
    ['M1 2h3v-1H0z', ['moveTo 1 2', 'lineTo 4 2', 'lineTo 4 1', 'lineTo 0 1', 'closePath']],
    [
      'M3 14.5C5.5 2 18.5 2 21 14.5M8 14V7.5',
      ['moveTo 3 14.5', 'bezierCurveTo 5.5 2 18.5 2 21 14.5', 'moveTo 8 14', 'lineTo 8 7.5'],
    ],
    ['M0 0l1 1 2-2', ['moveTo 0 0', 'lineTo 1 1', 'lineTo 3 -1']],
    [
      'M0 0q2-2 4 0t4 0 4 0',
      ['moveTo 0 0', 'quadraticCurveTo 2 -2 4 0', 'quadraticCurveTo 6 2 8 0', 'quadraticCurveTo 10 -2 12 0'],
    ],
    ['M10 10c1 1 2 2 3 0', ['moveTo 10 10', 'bezierCurveTo 11 11 12 12 13 10']],
  ])('%s is laid as SVG says', (path, steps) => {
    const { pen, done } = notingPen();
    layPath(pen, path);
    expect(done).toEqual(['beginPath', ...steps]);
  });
});

describe('a text', () => {
  const style = { size: 10, colour: '#000' };

  it('is broken where its box ends, and says where the next line would stand', () => {
    const { pen, done } = notingPen();
    expect(writeText(pen, '渝中区演示路', { x: 5, y: 20, width: 40 }, style)).toBe(48);
    expect(done).toEqual(['fillText 渝中区演 5 20', 'fillText 示路 5 34']);
  });

  it('ends with an ellipsis where its box has no more lines', () => {
    const { pen, done } = notingPen();
    writeText(pen, '渝中区演示路一号', { x: 0, y: 0, width: 40, lineLimit: 1 }, style);
    expect(done).toEqual(['fillText 渝中区… 0 0']);
  });
});

describe('in WeChat', () => {
  const picture: Picture = { width: 2, height: 2, draw: (pen) => pen.fillRect(0, 0, 2, 2) };
  const albumThat = (answers: () => Promise<unknown>): void => {
    const canvas = { getContext: () => ({ fillText: jest.fn(), fillRect: jest.fn() }) };
    Object.assign(Taro, {
      createOffscreenCanvas: () => canvas,
      canvasToTempFilePath: () => Promise.resolve({ tempFilePath: 'tmp' }),
      saveImageToPhotosAlbum: answers,
    });
  };

  it.each([
    ['album', () => Promise.resolve()],
    ['denied', () => Promise.reject({ errMsg: 'saveImageToPhotosAlbum:fail auth deny' })],
    ['denied', () => Promise.reject({ errMsg: 'saveImageToPhotosAlbum:fail privacy permission is not authorized' })],
    ['cancelled', () => Promise.reject({ errMsg: 'saveImageToPhotosAlbum:fail cancel' })],
    ['failed', () => Promise.reject({ errMsg: 'saveImageToPhotosAlbum:fail file not found' })],
  ])('a picture is %s', async (expected, answers) => {
    albumThat(answers);
    expect(await savePicture('', picture)).toBe(expected);
  });

  it('fails where the phone has no canvas', async () => {
    albumThat(() => Promise.resolve());
    Object.assign(Taro, { createOffscreenCanvas: () => ({ getContext: () => ({}) }) });
    expect(await savePicture('', picture)).toBe('failed');
  });
});
