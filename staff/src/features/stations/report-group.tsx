/** One station with all its reports. */
import { Button } from 'antd';
import { useState } from 'react';
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

function ReportItem({ report, handle }: { report: StaffReportWire; handle: () => void }) {
  return (
    <li className={styles.report}>
      <div>
        <p className={styles.kind}>{reportKindLabels[report.kind]}</p>
        {report.note && <p className={styles.note}>{report.note}</p>}
        <p className="quiet">
          <TimeText at={report.createdAt} ago />，{reportStateLabels[report.state]}
          {report.reply && `。答复：${report.reply}`}
        </p>
      </div>
      <Button onClick={handle} aria-label={`处理“${reportKindLabels[report.kind]}”`}>
        处理
      </Button>
    </li>
  );
}

export function ReportGroup({ group, directory }: { group: ReportGroupWire; directory: Directory | undefined }) {
  const [handled, setHandled] = useState<StaffReportWire | null>(null);
  const [verifying, setVerifying] = useState(false);
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
          {group.title && <Button onClick={() => setVerifying(true)}>记一次核实</Button>}
        </div>
      </div>
      <ul className={styles.reports}>
        {group.reports.map((report) => (
          <ReportItem key={report.id} report={report} handle={() => setHandled(report)} />
        ))}
      </ul>
      {handled && <ReportDialog report={handled} close={() => setHandled(null)} />}
      {verifying && <VerifyDialog station={group.stationId} name={name} close={() => setVerifying(false)} />}
    </section>
  );
}
