/** The files a mini-program keeps on the phone, and what it does with a document. */
import { Buffer } from 'node:buffer';
import { answer, Refusal, type CallOptions } from './answer';
import type { MiniProgram } from './mini-program';

export function fileApis(app: MiniProgram): Record<string, unknown> {
  const { files, documents } = app.device;
  const known = (path: string): Buffer => {
    const file = files.get(path);
    if (!file) throw app.error(`fail no such file or directory, open ${path}`);
    return file;
  };
  const hand = (name: string) => (options?: CallOptions & { filePath?: string }) =>
    answer(app.pending, name, options, () => {
      const file = files.get(options?.filePath ?? '');
      if (!file) throw new Refusal('fail file doesn’t exist');
      documents.push({ by: name, path: options?.filePath ?? '', bytes: file });
      return {};
    });
  return {
    getFileSystemManager: () => ({
      writeFileSync: (path: string, data: string, encoding: 'utf8' | 'base64' = 'utf8') =>
        void files.set(path, Buffer.from(data, encoding)),
      readdirSync: (folder: string) =>
        app.copyIn(
          [...files.keys()]
            .filter((path) => path.startsWith(`${folder}/`))
            .map((path) => path.slice(folder.length + 1)),
        ),
      unlinkSync: (path: string) => {
        known(path);
        files.delete(path);
      },
    }),
    openDocument: hand('openDocument'),
    shareFileMessage: hand('shareFileMessage'),
  };
}
