/** A QR code: always dark on light, since readers fail on the reverse. */
import { encode } from 'uqr';
import styles from './qr-code.module.css';

const QUIET = 3;

export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 0, ecc: 'M' });
  const side = size + 2 * QUIET;
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])));
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path className={styles.paper} d={`M0 0h${side}v${side}H0z`} />
      <path className={styles.ink} d={dark.join('')} />
    </svg>
  );
}
