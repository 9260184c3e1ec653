import type { PictureFileProps } from './types';

/** A browser's own picture: Taro's has no `alt` that a screen reader finds. */
export function PictureFile({ className, address, alt, missed }: PictureFileProps) {
  return <img className={className} src={address} alt={alt} loading="lazy" decoding="async" onError={missed} />;
}
