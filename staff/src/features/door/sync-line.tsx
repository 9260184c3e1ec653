/** What the service doesn't know yet, and what it saw differently. */
import { Button } from 'antd';
import { memo } from 'react';
import { checkInOutcomeLabels } from '@yugong/domain/check-in/words';
import { SIGNED_OUT } from '../../api/refusal';
import { Mark } from '../../parts/mark';
import { Notice } from '../../parts/notice';
import { sayTime } from '../../parts/when';
import type { Door, DoorState } from './engine';
import styles from './door.module.css';

const Refresh = memo(function Refresh({ door }: { door: Door }) {
  return (
    <Button size="small" type="text" onClick={() => void door.refresh()}>
      更新名单
    </Button>
  );
});

export function SyncLine({ door, state: { waiting, keptAt, trouble, differences } }: { door: Door; state: DoorState }) {
  return (
    <>
      <div className={styles.sync} role="status">
        {waiting === 0 ? (
          <Mark tone="good">都传上去了</Mark>
        ) : (
          <Mark tone="warn">{`${waiting} 个没传，有网络会自动传`}</Mark>
        )}
        {keptAt !== null && <span className="quiet">名单：{sayTime(keptAt)}</span>}
        <Refresh door={door} />
      </div>
      {trouble && trouble.code !== 'offline' && (
        <Notice tone="warn" title={trouble.message}>
          {trouble.code === SIGNED_OUT && <p>签到照常，都存在这台手机上；等下重新登录就会传上去。</p>}
        </Notice>
      )}
      {differences.length > 0 && (
        <Notice tone="warn" title={`有 ${differences.length} 个和别处记的不一样`}>
          <ul>
            {differences.map(({ id, name, outcome, checkedInAt, device }) => (
              <li key={id}>
                {name ?? '查不到的凭证'}：{checkInOutcomeLabels[outcome]}
                {checkedInAt && `，${sayTime(checkedInAt)}`}
                {device && `，${device}`}
              </li>
            ))}
          </ul>
          <p>人数没有多算。</p>
          <Button onClick={() => door.dismiss()}>知道了</Button>
        </Notice>
      )}
    </>
  );
}
