import { useParams } from 'react-router-dom';
import { legalAidTopicLabels } from '@yugong/domain/legal-aid/words';
import { districtName, usePlaces } from '../../api/places';
import facts from '../../parts/facts.module.css';
import { Mark } from '../../parts/mark';
import { Notice } from '../../parts/notice';
import { Page, Section } from '../../parts/page';
import { Answer } from '../../parts/states';
import { When } from '../../parts/when';
import { AnswerForm } from './answer-form';
import { Assign } from './assign';
import { useCase } from './lines';
import { sayDays, stateWords } from './words';
import styles from './queue.module.css';

export default function CasePage() {
  const { id = '' } = useParams();
  const one = useCase(id);
  const places = usePlaces();
  const { data } = one;
  const isOpen = data && data.state !== 'closed' && data.state !== 'withdrawn';
  return (
    <Page
      title={data ? legalAidTopicLabels[data.topic] : '请求'}
      lead={
        data && (
          <>
            {sayDays(data.daysLeft)} <Mark tone={stateWords[data.state].tone}>{stateWords[data.state].said}</Mark>
          </>
        )
      }
      back={{ to: '/legal-aid', label: '法律援助' }}
    >
      <Answer of={one}>
        {(request) =>
          request.state === 'withdrawn' ? (
            <Notice tone="warn" title="本人撤回了，内容不再给别人看" />
          ) : (
            <div className={styles.case}>
              <div className={styles.column}>
                <p className={styles.story}>{request.text}</p>
                {request.messages.map(({ id: key, author, text, createdAt }) => (
                  <div key={key} className={`${styles.message} ${author === 'union' ? styles.ours : ''}`}>
                    <p className="quiet">
                      {author === 'union' ? '工会答复' : request.name}，<When at={createdAt} />
                    </p>
                    <p className={styles.text}>{text}</p>
                  </div>
                ))}
                {isOpen && (
                  <Section title="答复">
                    <AnswerForm request={request} />
                  </Section>
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
                    <dd>{districtName(places.data, request.adcode)}</dd>
                  </div>
                  <div>
                    <dt>期限</dt>
                    <dd>{request.deadline ?? '没有说'}</dd>
                  </div>
                  <div>
                    <dt>几时来的</dt>
                    <dd>
                      <When at={request.createdAt} />
                    </dd>
                  </div>
                </dl>
                {isOpen && <Assign request={request} />}
                <p className="quiet">你看了这件事，已经记进操作记录。</p>
              </aside>
            </div>
          )
        }
      </Answer>
    </Page>
  );
}
