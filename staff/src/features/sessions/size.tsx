/** How full it is, in one number at arm's length, and the button that makes it larger or smaller. */
import { Button } from 'antd';
import { useState } from 'react';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { Count } from '../../parts/count';
import { Seats } from '../../parts/seats';
import { SizeDialog } from './size-dialog';
import styles from './size.module.css';

const Line = ({ label, value }: { label: string; value: number }) => (
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
        <Count value={held} of={`${capacity} 个名额`} />
        {session.state !== 'cancelled' && session.state !== 'past' && (
          <Button onClick={() => setOpen(true)}>增减名额</Button>
        )}
      </div>
      <Seats held={held} capacity={capacity} waiting={waiting} />
      <dl className={styles.counts}>
        <Line label={`候补（最多 ${waitlistSize}）`} value={counts.waitlist} />
        <Line label="已签到" value={counts['checked-in'] + counts.fulfilled} />
        <Line label="没来" value={counts.noshow} />
        <Line label="自己取消" value={counts.cancelled} />
      </dl>
      {open && <SizeDialog session={session} close={() => setOpen(false)} />}
    </div>
  );
}
