import { watchPreview } from '@/platform/content-feed/preview';
import type { PictureFileProps } from './types';

export { addressOfShownPicture as addressOfPicture } from '@/platform/content-feed/preview';

// Whatever has pictures is written in the console, which shows it by the page itself.
watchPreview();

/** A browser's own picture: Taro's has no `alt` that a screen reader finds. */
export function PictureFile({ className, address, alt, missed }: PictureFileProps) {
  return <img className={className} src={address} alt={alt} loading="lazy" decoding="async" onError={missed} />;
}
