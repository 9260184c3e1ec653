/** Whom a new size calls in, and whom it sends back to the waiting list. */
import type { SizeWire } from '@yugong/domain/session/staff-wire';
import { Notice } from '../../parts/notice';
import styles from './size.module.css';

export function SizeEffect({ effect: { promotes, hits } }: { effect: SizeWire }) {
  if (hits.length > 0)
    return (
      <Notice tone="bad" title={`这 ${hits.length} 个人会失去名额，排到候补最前面`}>
        <ul className={styles.hits} tabIndex={0} aria-label="会失去名额的人">
          {hits.map(({ registrationId, name, phone, place }) => (
            <li key={registrationId}>
              第 {place} 个报名，{name} {phone}
            </li>
          ))}
        </ul>
        <p>改之前最好先打电话。改好以后打开应用能看到消息，没看到的会列入待电话联系。</p>
      </Notice>
    );
  return (
    <Notice tone="good" title={promotes > 0 ? `候补的前 ${promotes} 个人会补上` : '没有人受影响'}>
      {promotes > 0 && <p>打开应用能看到消息。要确认的名额没人看，会列入待电话联系。</p>}
    </Notice>
  );
}
