import { picturePath } from '@yugong/domain/picture';
import { addressOf } from '@/platform/service';
import type { PictureFileProps } from './types';

/** A page of this origin has this one in a frame; the policy of frames lets no other (server/src/web/pages.ts). */
const isPreview = (): boolean => window.parent !== window;

/** A draft's picture is its editor's alone: in the console's frame the file is the console's. */
export const addressOfPicture = (id: string): string | null =>
  addressOf(isPreview() ? `/api/v1/staff/content/pictures/${id}` : picturePath(id));

// Whatever has pictures is written in the console, which shows it by the page itself. What that takes is fetched in its
// frame alone: everybody else would wait for it on every page.
if (isPreview()) void import('@/platform/content-feed/preview').then(({ watchPreview }) => watchPreview());

/** A browser's own picture: Taro's has no `alt` that a screen reader finds. */
export function PictureFile({ className, address, alt, missed }: PictureFileProps) {
  return <img className={className} src={address} alt={alt} loading="lazy" decoding="async" onError={missed} />;
}
