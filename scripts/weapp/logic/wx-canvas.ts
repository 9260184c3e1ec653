/** Drawing off the page and the phone's album. Nothing is painted: a picture is its size and the words written on it. */
import { answer, Refusal, type CallOptions } from './answer';
import type { MiniProgram } from './mini-program';
import { mustAgree } from './wx-phone';

export interface DrawnPicture {
  width: number;
  height: number;
  /** The lines of text in the order in which they were written. */
  words: string[];
}

/** A canvas of WeChat's that is on no page. It has no `Path2D`, and what it has been given is kept, not drawn. */
class OffscreenCanvas implements DrawnPicture {
  readonly words: string[] = [];
  constructor(
    readonly width: number,
    readonly height: number,
  ) {}

  getContext(type: string): object | null {
    if (type !== '2d') return null;
    const { words } = this;
    const nothing = (): void => undefined;
    const unseen = [
      ...['fillRect', 'save', 'restore', 'translate', 'scale', 'beginPath', 'moveTo', 'lineTo'],
      ...['bezierCurveTo', 'quadraticCurveTo', 'closePath', 'stroke', 'fill'],
    ];
    const pen = {
      font: '10px sans-serif',
      fillText: (text: string) => void words.push(text),
      /** A 汉字 is as wide as it is high, another letter half as wide. */
      measureText: (text: string) => {
        const size = Number(/(\d+)px/.exec(pen.font)?.[1] ?? 10);
        return { width: [...text].reduce((width, letter) => width + (letter > '\u2e80' ? size : size / 2), 0) };
      },
    };
    return Object.assign(pen, Object.fromEntries(unseen.map((name) => [name, nothing])));
  }
}

export function canvasApis(app: MiniProgram): Record<string, unknown> {
  const { device } = app;
  const drawn = new Map<string, DrawnPicture>();
  return {
    createOffscreenCanvas: ({ type, width, height }: { type?: string; width: number; height: number }) => {
      if (type !== '2d') throw app.error('only 2d canvases are modelled');
      return new OffscreenCanvas(width, height);
    },
    canvasToTempFilePath: (options?: CallOptions & { canvas?: unknown }) =>
      answer(app.pending, 'canvasToTempFilePath', options, () => {
        const { canvas } = options ?? {};
        if (!(canvas instanceof OffscreenCanvas)) throw new Refusal('fail canvas is empty');
        const tempFilePath = `http://tmp/${drawn.size}.png`;
        drawn.set(tempFilePath, { width: canvas.width, height: canvas.height, words: [...canvas.words] });
        return { tempFilePath };
      }),
    saveImageToPhotosAlbum: (options?: CallOptions & { filePath?: string }) =>
      answer(app.pending, 'saveImageToPhotosAlbum', options, () => {
        mustAgree(device);
        const picture = drawn.get(options?.filePath ?? '');
        if (!picture) throw new Refusal('fail file doesn’t exist');
        if (!device.allowsAlbum) throw new Refusal('fail auth deny');
        device.album.push(picture);
        return {};
      }),
  };
}
