/** One station with all its reports. */
import { Button } from 'antd';
import { useState } from 'react';
import { isSettled, UNANSWERED_DAYS } from '@yugong/domain/report';
import type { ReportGroupWire, StaffReportWire } from '@yugong/domain/report/staff-wire';
import { reportKindLabels, reportStateLabels, standingLabels } from '@yugong/domain/report/words';
import { districtLabel, type Directory } from '../../api/directory';
import { StatusTag, type StatusTone } from '../../parts/status-tag';
import { TimeText } from '../../parts/time';
import { ReportDialog } from './report-dialog';
import { VerifyDialog } from './verify-dialog';
import styles from './stations.module.css';

const standingTones: Record<ReportGroupWire['standing'], StatusTone> = {
  quiet: 'quiet',
  working: 'good',
  trouble: 'bad',
  doubtful: 'warn',
  noted: 'warn',
};

/** As many as the service answers at once. */
const MAX_TOGETHER = 100;

interface ItemProps {
  report: StaffReportWire;
  handle: () => void;
  /** The open reports of the same sender, this one among them. */
  together: number;
  handleTogether: () => void;
}

function ReportItem({ report, handle, together, handleTogether }: ItemProps) {
  return (
    <li className={styles.report}>
      <div>
        <p className={styles.kind}>{reportKindLabels[report.kind]}</p>
        {report.note && <p className={styles.note}>{report.note}</p>}
        <p className="quiet">
          <TimeText at={report.createdAt} ago />，{reportStateLabels[report.state]}
          {report.overdue && `，超过 ${UNANSWERED_DAYS} 天，手机上已写明没有核实`}
          {report.reply && `。答复：${report.reply}`}
        </p>
        {together > 1 && (
          <Button type="link" className={styles.together} onClick={handleTogether}>
            同一部手机共 {together} 条，一起答复
          </Button>
        )}
      </div>
      {report.kind !== 'open' && (
        <Button onClick={handle} aria-label={`处理“${reportKindLabels[report.kind]}”`}>
          处理
        </Button>
      )}
    </li>
  );
}

/** Does it wait for somebody? That a place is open and works is good news, and nothing has to be done about it. */
const isOpen = ({ kind, state }: StaffReportWire): boolean => kind !== 'open' && !isSettled(state);

interface Props {
  group: ReportGroupWire;
  /** All reports that are shown, of every station. */
  all: readonly StaffReportWire[];
  directory: Directory | undefined;
}

export function ReportGroup({ group, all, directory }: Props) {
  const [handled, setHandled] = useState<{ reports: readonly StaffReportWire[]; title: string } | null>(null);
  const [verifying, setVerifying] = useState(false);
  const open = group.reports.filter(isOpen).slice(0, MAX_TOGETHER);
  const sentWith = ({ sender }: StaffReportWire): readonly StaffReportWire[] =>
    sender === null ? [] : all.filter((one) => one.sender === sender && isOpen(one)).slice(0, MAX_TOGETHER);
  const name = group.title ?? '已不在名单中的驿站';
  return (
    <section className={styles.group} aria-label={name}>
      <div className={styles.head}>
        <div>
          <h2>{name}</h2>
          <p className="quiet">
            {districtLabel(directory, group.adcode)}
            {group.address && ` ${group.address}`}
            {group.verifiedAt ? `，${group.verifiedAt} 已核实` : '，未核实'}
          </p>
        </div>
        <div className={styles.side}>
          <StatusTag tone={standingTones[group.standing]}>{standingLabels[group.standing]}</StatusTag>
          {open.length > 1 && (
            <Button onClick={() => setHandled({ reports: open, title: `“${name}”的 ${open.length} 条反馈` })}>
              一起答复 {open.length} 条
            </Button>
          )}
          {group.title && <Button onClick={() => setVerifying(true)}>记一次核实</Button>}
        </div>
      </div>
      <ul className={styles.reports}>
        {group.reports.map((report) => {
          const together = sentWith(report);
          return (
            <ReportItem
              key={report.id}
              report={report}
              handle={() => setHandled({ reports: [report], title: `反馈“${reportKindLabels[report.kind]}”` })}
              together={together.length}
              handleTogether={() => setHandled({ reports: together, title: `同一部手机的 ${together.length} 条反馈` })}
            />
          );
        })}
      </ul>
      {handled && <ReportDialog {...handled} close={() => setHandled(null)} />}
      {verifying && (
        <VerifyDialog station={group.stationId} name={name} last={group.verifiedAt} close={() => setVerifying(false)} />
      )}
    </section>
  );
}
