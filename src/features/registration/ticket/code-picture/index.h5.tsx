import styles from './style.module.scss';

/** A square picture: a real one, so that it can be enlarged and kept by a long press. */
export function CodePicture({ src, label }: { src: string; label: string }) {
  return <img className={styles.code} src={src} alt={label} />;
}
