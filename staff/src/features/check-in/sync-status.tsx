/** How many check-ins are unsent, when the roster was fetched, and which check-ins the service judged differently. */
import { Button, Space } from 'antd';
import { memo } from 'react';
import { checkInOutcomeLabels } from '@yugong/domain/check-in/words';
import { isUnreached, SIGNED_OUT } from '../../api/api-error';
import { Callout } from '../../parts/notice';
import { StatusTag } from '../../parts/status-tag';
import { formatTime } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { personLabel } from './describe-verdict';
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
  state: { unsentCount, keptAt, syncError, differences, undecided, rosterIndex },
}: {
  engine: CheckInEngine;
  state: CheckInState;
}) {
  const { failed } = useToast();
  return (
    <>
      <div className={styles.sync} role="status">
        {unsentCount === 0 ? (
          <StatusTag tone="good">已全部上传</StatusTag>
        ) : (
          <StatusTag tone="warn">{`${unsentCount} 个待上传，联网后自动上传`}</StatusTag>
        )}
        {keptAt !== null && <span className="quiet">名单更新于{formatTime(keptAt)}</span>}
        <Refresh engine={engine} />
      </div>
      {syncError?.code === 'unreachable' && <p className="quiet">服务没有应答，恢复后会自动上传。</p>}
      {syncError && !isUnreached(syncError) && (
        <Callout tone="warn" title={syncError.message}>
          {syncError.code === SIGNED_OUT && <p>可以继续签到，记录保存在这台手机上，重新登录后会上传。</p>}
        </Callout>
      )}
      {undecided.length > 0 && (
        <Callout tone="warn" title={`${undecided.length} 个签到的时间不是这一场的`}>
          <p>可能是手机时间不准。请逐个确认是不是这一场来的，确认前记录不会丢。</p>
          <ul>
            {undecided.map(({ id, at, registrationId }) => {
              const person = rosterIndex?.byId.get(registrationId);
              const whose = person ? personLabel(person) : '未找到的凭证';
              return (
                <li key={id}>
                  <Space wrap>
                    {`${whose}，记录为${formatTime(at)}`}
                    <Button size="small" aria-label={`${whose}：是这一场来的`} onClick={() => void engine.confirm(id)}>
                      是这一场来的
                    </Button>
                    <Button
                      size="small"
                      aria-label={`${whose}：没有来`}
                      onClick={() => void engine.discard(id).catch(failed)}
                    >
                      没有来
                    </Button>
                  </Space>
                </li>
              );
            })}
          </ul>
        </Callout>
      )}
      {differences.length > 0 && (
        <Callout tone="warn" title={`${differences.length} 个与其他设备的记录不一致`}>
          <ul>
            {differences.map(({ id, name, outcome, checkedInAt, device }) => (
              <li key={id}>
                {name ?? '未找到的凭证'}：{checkInOutcomeLabels[outcome]}
                {checkedInAt && `，${formatTime(checkedInAt)}`}
                {device && `，${device}`}
              </li>
            ))}
          </ul>
          <p>人数不会重复计算。</p>
          <Button onClick={() => engine.dismiss()}>知道了</Button>
        </Callout>
      )}
    </>
  );
}
