/**
 * In a frame of the staff's console: shows the record that the console hands over, in memory and in this window only.
 * For browsers alone: nothing has a mini-program in a frame, whose main package has none of this.
 */
import * as v from 'valibot';
import { PREVIEW_READY, PreviewMessage } from '@yugong/domain/publication/preview';
import { show } from './feed';

/** Newer than whatever the service has, so that its answer doesn't take the draft's place. */
const AFTER_ALL_EDITIONS = '9999-12-31';

/** What another window said: nothing, unless it is the console's and says it as the console does. */
function recordHeard({ origin, source, data }: MessageEvent<unknown>): PreviewMessage | null {
  if (origin !== window.location.origin || source !== window.parent) return null;
  const read = v.safeParse(PreviewMessage, data);
  return read.success ? read.output : null;
}

/** Shows whatever record the console hands over. Only a page in its frame has a use for it. */
export function watchPreview(): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const heard = recordHeard(event);
    if (!heard) return;
    const { collection, schema, record, names } = heard;
    show(collection, { schema, version: 'preview', edition: AFTER_ALL_EDITIONS, records: [record], names });
  });
  window.parent.postMessage(PREVIEW_READY, window.location.origin);
}
