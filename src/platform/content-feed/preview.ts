/**
 * In a frame of the staff's console: shows the record that the console hands over, in memory and in this window only.
 * For browsers alone: nothing has a mini-program in a frame, whose main package has none of this.
 */
import * as v from 'valibot';
import { PREVIEW_READY, PreviewMessage } from '@yugong/domain/publication/preview';
import { picturePath } from '@yugong/domain/picture';
import { addressOf } from '../service';
import { show } from './feed';

/** Newer than whatever the service has, so that its answer doesn't take the draft's place. */
const AFTER_ALL_EDITIONS = '9999-12-31';

/** A page of this origin has this one in a frame; the policy of frames lets no other (server/src/web/pages.ts). */
const isPreview = (): boolean => window.parent !== window;

/** A draft's picture is its editor's alone: in the console's frame the file is the console's. */
export const addressOfShownPicture = (id: string): string | null =>
  addressOf(isPreview() ? `/api/v1/staff/content/pictures/${id}` : picturePath(id));

/** What another window said: nothing, unless it is the console's and says it as the console does. */
function recordHeard({ origin, source, data }: MessageEvent<unknown>): PreviewMessage | null {
  if (origin !== window.location.origin || source !== window.parent) return null;
  const read = v.safeParse(PreviewMessage, data);
  return read.success ? read.output : null;
}

/** Shows whatever record the console hands over; nothing where the page isn't in its frame. */
export function watchPreview(): void {
  if (!isPreview()) return;
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const heard = recordHeard(event);
    if (!heard) return;
    const { collection, schema, record, names } = heard;
    show(collection, { schema, version: 'preview', edition: AFTER_ALL_EDITIONS, records: [record], names });
  });
  window.parent.postMessage(PREVIEW_READY, window.location.origin);
}
