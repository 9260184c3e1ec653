import { Image } from '@tarojs/components';
import type { PictureFileProps } from './types';

export function PictureFile({ className, address, alt, missed }: PictureFileProps) {
  return <Image className={className} src={address} mode="aspectFill" lazyLoad ariaLabel={alt} onError={missed} />;
}
