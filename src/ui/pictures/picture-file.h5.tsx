import { picturePath } from '@yugong/domain/picture';
import { isPreview, watchPreview } from '@/platform/content-feed/preview';
import { addressOf } from '@/platform/service';
import type { PictureFileProps } from './types';

// Whatever has pictures is written in the console, which shows it by the page itself.
watchPreview();

/** A draft's picture is its editor's alone: in the console's frame the file is the console's. */
export const addressOfPicture = (id: string): string | null =>
  addressOf(isPreview() ? `/api/v1/staff/content/pictures/${id}` : picturePath(id));

/** A browser's own picture: Taro's has no `alt` that a screen reader finds. */
export function PictureFile({ className, address, alt, missed }: PictureFileProps) {
  return <img className={className} src={address} alt={alt} loading="lazy" decoding="async" onError={missed} />;
}
