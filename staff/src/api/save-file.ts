/** Hands a file to the browser's downloads. */
import { toApiError } from './api-error';
import { fetchApi, type Endpoint } from './client';

export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The name the service gives, or else ours. */
const fileNameOf = (answer: Response, fallback: string): string => {
  const said = /filename\*=UTF-8''([^;]+)/i.exec(answer.headers.get('content-disposition') ?? '');
  return said ? decodeURIComponent(said[1] as string) : fallback;
};

/** @throws {Refusal} where the service refuses */
export async function downloadFile(line: Endpoint, fallback: string): Promise<void> {
  const answer = await fetchApi(line);
  if (!answer.ok) throw await toApiError(answer);
  saveBlob(await answer.blob(), fileNameOf(answer, fallback));
}
