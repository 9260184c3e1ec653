/** A bar of seats: taken, free, and the waitlist beyond the end. */
import styles from './seats.module.css';

interface Props {
  held: number;
  capacity: number;
  waiting: number;
}

export function Seats({ held, capacity, waiting }: Props) {
  const all = Math.max(capacity, held) + waiting;
  const share = (count: number): number => (all === 0 ? 0 : (count / all) * 100);
  return (
    <svg className={styles.seats} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.free} width={share(Math.max(capacity, held))} height="4" />
      <rect className={styles.held} width={share(held)} height="4" />
      {waiting > 0 && (
        <rect className={styles.waiting} x={100 - share(waiting)} width={share(waiting)} y="1" height="2" />
      )}
    </svg>
  );
}
