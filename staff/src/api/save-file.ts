/** Hands a file to the browser's downloads. */
import { send, type Line } from './client';
import { refusalOf } from './refusal';

export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The name the service gives, or else ours. */
const nameOf = (answer: Response, fallback: string): string => {
  const said = /filename\*=UTF-8''([^;]+)/i.exec(answer.headers.get('content-disposition') ?? '');
  return said ? decodeURIComponent(said[1] as string) : fallback;
};

/** @throws {Refusal} where the service refuses */
export async function saveAnswer(line: Line, fallback: string): Promise<void> {
  const answer = await send(line);
  if (!answer.ok) throw await refusalOf(answer);
  saveBlob(await answer.blob(), nameOf(answer, fallback));
}
