/** One place with everything that was told of it. */
import { Button } from 'antd';
import { useState } from 'react';
import { reportKindLabels, reportStateLabels } from '@yugong/domain/report/words';
import type { ReportGroupWire, StaffReportWire } from '@yugong/domain/report/staff-wire';
import { districtName, type Places } from '../../api/places';
import { Mark } from '../../parts/mark';
import { When } from '../../parts/when';
import { ReportDialog } from './report-dialog';
import { VerifyDialog } from './verify-dialog';
import { standingWords } from './words';
import styles from './stations.module.css';

function Report({ report, handle }: { report: StaffReportWire; handle: () => void }) {
  return (
    <li className={styles.report}>
      <div>
        <p className={styles.kind}>{reportKindLabels[report.kind]}</p>
        {report.note && <p className={styles.note}>{report.note}</p>}
        <p className="quiet">
          <When at={report.createdAt} ago />，{reportStateLabels[report.state]}
          {report.reply && `。答复：${report.reply}`}
        </p>
      </div>
      <Button onClick={handle} aria-label={`处理“${reportKindLabels[report.kind]}”`}>
        处理
      </Button>
    </li>
  );
}

export function Group({ group, places }: { group: ReportGroupWire; places: Places | undefined }) {
  const [handled, setHandled] = useState<StaffReportWire | null>(null);
  const [verifying, setVerifying] = useState(false);
  const { said, tone } = standingWords[group.standing];
  const name = group.title ?? '已经不在名单里的地方';
  return (
    <section className={styles.group} aria-label={name}>
      <div className={styles.head}>
        <div>
          <h2>{name}</h2>
          <p className="quiet">
            {districtName(places, group.adcode)}
            {group.address && ` ${group.address}`}
            {group.verifiedAt ? `，${group.verifiedAt} 核实过` : '，没核实过'}
          </p>
        </div>
        <div className={styles.side}>
          <Mark tone={tone}>{said}</Mark>
          {group.title && <Button onClick={() => setVerifying(true)}>记上核实</Button>}
        </div>
      </div>
      <ul className={styles.reports}>
        {group.reports.map((report) => (
          <Report key={report.id} report={report} handle={() => setHandled(report)} />
        ))}
      </ul>
      {handled && <ReportDialog report={handled} close={() => setHandled(null)} />}
      {verifying && <VerifyDialog station={group.stationId} name={name} close={() => setVerifying(false)} />}
    </section>
  );
}
