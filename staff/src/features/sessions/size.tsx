/** How full it is, in one number at arm's length, and the button that makes it larger or smaller. */
import { Button } from 'antd';
import { useState } from 'react';
import type { StaffSessionWire } from '@/domain/staff';
import { Seats } from '../../parts/seats';
import { SizeDialog } from './size-dialog';
import styles from './size.module.css';

const Count = ({ label, value }: { label: string; value: number }) => (
  <div className={styles.count}>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);

export function Size({ session }: { session: StaffSessionWire }) {
  const [open, setOpen] = useState(false);
  const { held, capacity, waiting, waitlistSize, counts } = session;
  return (
    <div className={styles.size}>
      <div className={styles.line}>
        <p className={styles.big}>
          {held}
          <span className={styles.of}> / {capacity} 个名额</span>
        </p>
        {session.state !== 'cancelled' && session.state !== 'past' && (
          <Button onClick={() => setOpen(true)}>增减名额</Button>
        )}
      </div>
      <Seats held={held} capacity={capacity} waiting={waiting} />
      <dl className={styles.counts}>
        <Count label={`候补（最多 ${waitlistSize}）`} value={counts.waitlist} />
        <Count label="已签到" value={counts['checked-in'] + counts.fulfilled} />
        <Count label="没来" value={counts.noshow} />
        <Count label="自己取消" value={counts.cancelled} />
      </dl>
      {open && <SizeDialog session={session} close={() => setOpen(false)} />}
    </div>
  );
}
