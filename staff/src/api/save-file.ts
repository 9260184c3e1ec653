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

/** The file name that the service sends, or else the fallback. */
const fileNameOf = (answer: Response, fallback: string): string => {
  const match = /filename\*=UTF-8''([^;]+)/i.exec(answer.headers.get('content-disposition') ?? '');
  return match?.[1] ? decodeURIComponent(match[1]) : fallback;
};

/** Downloads a file from the service. @throws {ApiError} where the service refuses */
export async function downloadFile(endpoint: Endpoint, fallback: string): Promise<void> {
  const answer = await fetchApi(endpoint);
  if (!answer.ok) throw await toApiError(answer);
  saveBlob(await answer.blob(), fileNameOf(answer, fallback));
}
