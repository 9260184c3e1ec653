import { Image } from '@tarojs/components';
import { picturePath } from '@yugong/domain/picture';
import { addressOf } from '@/platform/service';
import type { PictureFileProps } from './types';

/** Null where the service has no address for pictures (云托管). */
export const addressOfPicture = (id: string): string | null => addressOf(picturePath(id));

export function PictureFile({ className, address, alt, missed }: PictureFileProps) {
  return <Image className={className} src={address} mode="aspectFill" lazyLoad ariaLabel={alt} onError={missed} />;
}
