import { Image } from '@tarojs/components';
import styles from './style.module.scss';

/** A square picture. */
export function CodePicture({ src, label }: { src: string; label: string }) {
  return <Image className={styles.code} src={src} mode="aspectFit" ariaLabel={label} />;
}
