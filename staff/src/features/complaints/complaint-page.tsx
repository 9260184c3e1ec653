import { useParams } from 'react-router-dom';
import { callBackTimeLabels, complaintKindLabels, sayWorkingDaysLeft } from '@yugong/domain/complaint/words';
import { sayPage } from '@yugong/domain/complaint/pages';
import { districtLabel, useDirectory } from '../../api/directory';
import { AnswerForm } from '../../parts/answer-form';
import { ConsolePage, PageSection } from '../../parts/page';
import { QueryResult } from '../../parts/states';
import { TalkSection } from '../../parts/talk-section';
import { TimeText } from '../../parts/time';
import { COMPLAINTS, complaintEndpoints, useComplaintCase } from './api';
import { ComplaintStatus } from './complaint-list';
import facts from '../../parts/facts.module.css';
import styles from '../../parts/queue.module.css';

export default function ComplaintPage() {
  const { id = '' } = useParams();
  const one = useComplaintCase(id);
  const directory = useDirectory();
  const { data } = one;
  return (
    <ConsolePage
      title={data ? `${complaintKindLabels[data.kind]} ${data.number}` : '投诉建议'}
      lead={
        data && (
          <>
            {data.waiting && `${sayWorkingDaysLeft(data.daysLeft)} `}
            <ComplaintStatus status={data.status} waiting={data.waiting} />
          </>
        )
      }
      back={{ to: '/complaints', label: '投诉建议' }}
    >
      <QueryResult of={one}>
        {(complaint) => (
          <div className={styles.case}>
            <div className={styles.column}>
              <TalkSection text={complaint.text} messages={complaint.messages} author="本人" />
              {complaint.status !== 'closed' && (
                <PageSection title={complaint.kind === 'call-back' ? '回电后，写下结果' : '答复'}>
                  <AnswerForm request={complaint} endpoints={complaintEndpoints(complaint.id)} stale={COMPLAINTS} />
                </PageSection>
              )}
            </div>
            <aside className={styles.column} aria-label="投诉建议信息">
              <dl className={facts.facts}>
                <div>
                  <dt>电话</dt>
                  <dd>
                    {complaint.phone === null ? (
                      '没有留，答复在手机上看'
                    ) : (
                      <a href={`tel:${complaint.phone}`}>{complaint.phone}</a>
                    )}
                  </dd>
                </div>
                {complaint.callAt !== null && (
                  <div>
                    <dt>回电时间</dt>
                    <dd>{callBackTimeLabels[complaint.callAt]}</dd>
                  </div>
                )}
                <div>
                  <dt>关于页面</dt>
                  <dd>{complaint.page === null ? '没有指明' : sayPage(complaint.page)}</dd>
                </div>
                <div>
                  <dt>区县</dt>
                  <dd>{districtLabel(directory.data, complaint.adcode)}</dd>
                </div>
                <div>
                  <dt>答复期限</dt>
                  <dd>{complaint.answerBy}</dd>
                </div>
                <div>
                  <dt>提交时间</dt>
                  <dd>
                    <TimeText at={complaint.createdAt} />
                  </dd>
                </div>
              </dl>
              <p className="quiet">本次查看已记入操作记录。</p>
            </aside>
          </div>
        )}
      </QueryResult>
    </ConsolePage>
  );
}
