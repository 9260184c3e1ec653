/** The session as a worker will see it on the phone, with the faults and warnings that the service finds. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { SessionCheckWire } from '@yugong/domain/session/staff-wire';
import { sayAddress } from '@yugong/domain/session/venue';
import { sessionStateLabels, sessionWarningLabels } from '@yugong/domain/session/words';
import { describeFieldFault } from '../../api/api-error';
import { Callout } from '../../parts/notice';
import { StatusTag } from '../../parts/status-tag';
import { formatTime, formatTimeRange } from '../../parts/time';
import { seatsLabel, sessionStateTones } from './labels';
import styles from './preview.module.css';

/** Labels of the fields, for faults and warnings. */
const fieldNames: Record<string, string> = {
  '/title': '名称',
  '/place': '地点',
  '/address': '地址',
  '/floor': '楼层',
  '/phone': '电话',
  '/adcode': '区县',
  '/note': '提醒',
  '/startsAt': '开始时间',
  '/endsAt': '结束时间',
  '/opensAt': '报名开始',
  '/closesAt': '报名截止',
  '/cancelUntil': '可自行取消至',
  '/capacity': '名额',
  '/waitlistSize': '候补人数',
  '/programmeId': '项目',
};

type SessionFault = SessionCheckWire['faults'][number];
const describeSessionFault = (fault: SessionFault): string =>
  `${fieldNames[fault.pointer] ?? '这一场'}：${sessionWarningLabels[fault.code] ?? describeFieldFault(fault)}`;

const FaultList = ({ tone, title, faults }: { tone: 'bad' | 'warn'; title: string; faults: SessionFault[] }) =>
  faults.length === 0 ? null : (
    <Callout tone={tone} title={title}>
      <ul>
        {faults.map((fault) => (
          <li key={fault.pointer + fault.code}>{describeSessionFault(fault)}</li>
        ))}
      </ul>
    </Callout>
  );

export function SessionPreview({ check }: { check: UseQueryResult<SessionCheckWire> }) {
  const { data } = check;
  const preview = data?.preview;
  return (
    <aside className={styles.aside} tabIndex={0} aria-label="职工会看到的样子">
      <FaultList tone="bad" title="暂不能保存" faults={data?.faults ?? []} />
      <FaultList tone="warn" title="请核对" faults={data?.warnings ?? []} />
      <p className="quiet">职工会看到的样子</p>
      {preview ? (
        <div className={styles.phone}>
          <p className={styles.when}>{formatTimeRange(preview.startsAt, preview.endsAt)}</p>
          <p className={styles.title}>{preview.title}</p>
          <p>{preview.place}</p>
          {sayAddress(preview) && <p>{sayAddress(preview)}</p>}
          {preview.phone && <p>电话：{preview.phone}</p>}
          <p className={styles.state}>
            <StatusTag tone={sessionStateTones[preview.state]}>{sessionStateLabels[preview.state]}</StatusTag>
            {preview.state === 'upcoming' ? `${formatTime(preview.opensAt)} 开始` : seatsLabel(preview)}
          </p>
          {preview.note && <p className={styles.note}>{preview.note}</p>}
          <p className={styles.small}>
            {formatTime(preview.closesAt)} 截止报名，{formatTime(preview.cancelUntil)} 前可自行取消
          </p>
        </div>
      ) : (
        <p className={styles.empty}>填完必填项后显示预览。</p>
      )}
    </aside>
  );
}
