/** A list that is empty, on its way, out of reach or failed says which, and what to do. */
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refusal, sayError } from '../api/refusal';
import { Icon, type IconName } from './icon';
import styles from './states.module.css';

interface SaidProps {
  icon: IconName;
  title: string;
  children?: ReactNode;
}

/** Something said instead of a list. */
export const Said = ({ icon, title, children }: SaidProps) => (
  <div className={styles.said}>
    <span className={styles.icon}>
      <Icon name={icon} />
    </span>
    <p className={styles.title}>{title}</p>
    {children && <div className={styles.more}>{children}</div>}
  </div>
);

export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <Said icon="circle" title={title}>
    {children}
  </Said>
);

export const Loading = ({ rows = 4 }: { rows?: number }) => (
  <div className={styles.loading} role="status" aria-label="正在加载">
    {Array.from({ length: rows }, (_, row) => (
      <div key={row} className={styles.bar} />
    ))}
  </div>
);

export function Failed({ error, again }: { error: unknown; again?: () => void }) {
  const isOffline = error instanceof Refusal && error.code === 'offline';
  return (
    <div role="alert">
      <Said icon={isOffline ? 'warn' : 'question'} title={isOffline ? '现在没有网络' : sayError(error)}>
        {isOffline && <p>有网络以后会自动再试。</p>}
        {error instanceof Refusal && error.requestId && <p>问技术人员时请报编号 {error.requestId}</p>}
        {again && <Button onClick={again}>再试一次</Button>}
      </Said>
    </div>
  );
}

/** What was asked for, or what became of asking. */
export function Answer<T>({
  of,
  children,
  rows,
}: {
  of: UseQueryResult<T>;
  children: (data: T) => ReactNode;
  rows?: number;
}) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error) return <Failed error={of.error} again={() => void of.refetch()} />;
  return <Loading {...(rows ? { rows } : {})} />;
}
