/** One station with all its reports. */
import { Button } from 'antd';
import { useState } from 'react';
import { reportLabels, reportStateLabels } from '@yugong/domain/report';
import type { ReportGroupWire, StaffReportWire } from '@yugong/domain/report/staff-wire';
import { districtLabel, type Directory } from '../../api/directory';
import { StatusTag, type StatusLabel } from '../../parts/status-tag';
import { TimeText } from '../../parts/time';
import { ReportDialog } from './report-dialog';
import { VerifyDialog } from './verify-dialog';
import styles from './stations.module.css';

/** Labels for what recent reports together say of a station. */
const standingLabels: Record<ReportGroupWire['standing'], StatusLabel> = {
  quiet: { label: '最近没有反馈', tone: 'quiet' },
  working: { label: '有人说开着', tone: 'good' },
  trouble: { label: '有人用不了', tone: 'bad' },
  doubtful: { label: '说法不一', tone: 'warn' },
  noted: { label: '有别的问题', tone: 'warn' },
};

function ReportItem({ report, handle }: { report: StaffReportWire; handle: () => void }) {
  return (
    <li className={styles.report}>
      <div>
        <p className={styles.kind}>{reportLabels[report.kind]}</p>
        {report.note && <p className={styles.note}>{report.note}</p>}
        <p className="quiet">
          <TimeText at={report.createdAt} ago />，{reportStateLabels[report.state]}
          {report.reply && `。答复：${report.reply}`}
        </p>
      </div>
      <Button onClick={handle} aria-label={`处理“${reportLabels[report.kind]}”`}>
        处理
      </Button>
    </li>
  );
}

export function ReportGroup({ group, directory }: { group: ReportGroupWire; directory: Directory | undefined }) {
  const [handled, setHandled] = useState<StaffReportWire | null>(null);
  const [verifying, setVerifying] = useState(false);
  const { label, tone } = standingLabels[group.standing];
  const name = group.title ?? '已经不在名单里的地方';
  return (
    <section className={styles.group} aria-label={name}>
      <div className={styles.head}>
        <div>
          <h2>{name}</h2>
          <p className="quiet">
            {districtLabel(directory, group.adcode)}
            {group.address && ` ${group.address}`}
            {group.verifiedAt ? `，${group.verifiedAt} 核实过` : '，没核实过'}
          </p>
        </div>
        <div className={styles.side}>
          <StatusTag tone={tone}>{label}</StatusTag>
          {group.title && <Button onClick={() => setVerifying(true)}>记上核实</Button>}
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
