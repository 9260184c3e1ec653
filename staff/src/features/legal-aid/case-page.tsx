import { useParams } from 'react-router-dom';
import { topicLabels } from '@yugong/domain/legal-aid/staff-wire';
import { districtLabel, useDirectory } from '../../api/directory';
import { Callout } from '../../parts/notice';
import { ConsolePage, PageSection } from '../../parts/page';
import { QueryResult } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { TimeText } from '../../parts/time';
import { AnswerForm } from './answer-form';
import { useCase } from './api';
import { AssigneeField } from './assign';
import { daysLeftLabel, queueStateLabels } from './labels';
import facts from '../../parts/facts.module.css';
import styles from './queue.module.css';

export default function CasePage() {
  const { id = '' } = useParams();
  const one = useCase(id);
  const directory = useDirectory();
  const { data } = one;
  const isOpen = data && data.state !== 'closed' && data.state !== 'withdrawn';
  return (
    <ConsolePage
      title={data ? topicLabels[data.topic] : '请求'}
      lead={
        data && (
          <>
            {daysLeftLabel(data.daysLeft)}{' '}
            <StatusTag tone={queueStateLabels[data.state].tone}>{queueStateLabels[data.state].label}</StatusTag>
          </>
        )
      }
      back={{ to: '/legal-aid', label: '法律援助' }}
    >
      <QueryResult of={one}>
        {(request) =>
          request.state === 'withdrawn' ? (
            <Callout tone="warn" title="本人撤回了，内容不再给别人看" />
          ) : (
            <div className={styles.case}>
              <div className={styles.column}>
                <p className={styles.story}>{request.text}</p>
                {request.messages.map(({ id: key, author, text, createdAt }) => (
                  <div key={key} className={`${styles.message} ${author === 'union' ? styles.ours : ''}`}>
                    <p className="quiet">
                      {author === 'union' ? '工会答复' : request.name}，<TimeText at={createdAt} />
                    </p>
                    <p className={styles.text}>{text}</p>
                  </div>
                ))}
                {isOpen && (
                  <PageSection title="答复">
                    <AnswerForm request={request} />
                  </PageSection>
                )}
              </div>
              <aside className={styles.column} aria-label="这件事">
                <dl className={facts.facts}>
                  <div>
                    <dt>谁</dt>
                    <dd>{request.name}</dd>
                  </div>
                  <div>
                    <dt>电话</dt>
                    <dd>
                      <a href={`tel:${request.phone}`}>{request.phone}</a>
                    </dd>
                  </div>
                  <div>
                    <dt>哪里</dt>
                    <dd>{districtLabel(directory.data, request.adcode)}</dd>
                  </div>
                  <div>
                    <dt>期限</dt>
                    <dd>{request.deadline ?? '没有说'}</dd>
                  </div>
                  <div>
                    <dt>几时来的</dt>
                    <dd>
                      <TimeText at={request.createdAt} />
                    </dd>
                  </div>
                </dl>
                {isOpen && <AssigneeField request={request} />}
                <p className="quiet">你看了这件事，已经记进操作记录。</p>
              </aside>
            </div>
          )
        }
      </QueryResult>
    </ConsolePage>
  );
}
