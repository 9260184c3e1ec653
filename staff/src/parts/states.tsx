/** States of a query: loading, empty, offline or failed, each with what to do. */
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ApiError, describeError, isUnreached } from '../api/api-error';
import { LineIcon, type LineIconName } from './icon';
import styles from './states.module.css';

interface StateMessageProps {
  icon: LineIconName;
  title: string;
  children?: ReactNode;
}

/** A message in place of a list. */
export const StateMessage = ({ icon, title, children }: StateMessageProps) => (
  <div className={styles.said}>
    <span className={styles.icon}>
      <LineIcon name={icon} />
    </span>
    <p className={styles.title}>{title}</p>
    {children && <div className={styles.more}>{children}</div>}
  </div>
);

export const EmptyState = ({ title, children }: { title: string; children?: ReactNode }) => (
  <StateMessage icon="circle" title={title}>
    {children}
  </StateMessage>
);

export const LoadingState = ({ rows = 4 }: { rows?: number }) => (
  <div className={styles.loading} role="status" aria-label="正在加载">
    {Array.from({ length: rows }, (_, row) => (
      <div key={row} className={styles.bar} />
    ))}
  </div>
);

export function ErrorState({ error, again }: { error: unknown; again?: () => void }) {
  const isOffline = error instanceof ApiError && error.code === 'offline';
  const isSilent = isUnreached(error) && !isOffline;
  const title = isOffline ? '现在没有网络' : isSilent ? '服务没有应答' : describeError(error);
  return (
    <div role="alert">
      <StateMessage icon={isOffline || isSilent ? 'warn' : 'question'} title={title}>
        {isOffline && <p>网络恢复后会自动重试。</p>}
        {isSilent && <p>网络正常。服务恢复后会自动重试。</p>}
        {error instanceof ApiError && error.requestId && <p>联系技术人员时请提供编号 {error.requestId}</p>}
        {again && <Button onClick={again}>再试一次</Button>}
      </StateMessage>
    </div>
  );
}

/** Shows a query's data, or its loading or error state. */
export function QueryResult<T>({
  of,
  children,
  rows,
}: {
  of: UseQueryResult<T>;
  children: (data: T) => ReactNode;
  rows?: number;
}) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error) return <ErrorState error={of.error} again={() => void of.refetch()} />;
  return <LoadingState {...(rows ? { rows } : {})} />;
}
