/** How many check-ins are unsent, when the roster was fetched, and which check-ins the service judged differently. */
import { Button } from 'antd';
import { memo } from 'react';
import { checkInLabels } from '@yugong/domain/check-in/wire';
import { SIGNED_OUT } from '../../api/api-error';
import { Callout } from '../../parts/notice';
import { StatusTag } from '../../parts/status-tag';
import { formatTime } from '../../parts/time';
import type { CheckInEngine, CheckInState } from './engine';
import styles from './check-in.module.css';

const Refresh = memo(function Refresh({ engine }: { engine: CheckInEngine }) {
  return (
    <Button size="small" type="text" onClick={() => void engine.refresh()}>
      更新名单
    </Button>
  );
});

export function SyncStatus({
  engine,
  state: { unsentCount, keptAt, syncError, differences },
}: {
  engine: CheckInEngine;
  state: CheckInState;
}) {
  return (
    <>
      <div className={styles.sync} role="status">
        {unsentCount === 0 ? (
          <StatusTag tone="good">都传上去了</StatusTag>
        ) : (
          <StatusTag tone="warn">{`${unsentCount} 个没传，有网络会自动传`}</StatusTag>
        )}
        {keptAt !== null && <span className="quiet">名单：{formatTime(keptAt)}</span>}
        <Refresh engine={engine} />
      </div>
      {syncError && syncError.code !== 'offline' && (
        <Callout tone="warn" title={syncError.message}>
          {syncError.code === SIGNED_OUT && <p>签到照常，都存在这台手机上；等下重新登录就会传上去。</p>}
        </Callout>
      )}
      {differences.length > 0 && (
        <Callout tone="warn" title={`有 ${differences.length} 个和别处记的不一样`}>
          <ul>
            {differences.map(({ id, name, outcome, checkedInAt, device }) => (
              <li key={id}>
                {name ?? '查不到的凭证'}：{checkInLabels[outcome]}
                {checkedInAt && `，${formatTime(checkedInAt)}`}
                {device && `，${device}`}
              </li>
            ))}
          </ul>
          <p>人数没有多算。</p>
          <Button onClick={() => engine.dismiss()}>知道了</Button>
        </Callout>
      )}
    </>
  );
}
