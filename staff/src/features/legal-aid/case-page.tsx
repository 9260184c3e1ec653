import { useParams } from 'react-router-dom';
import { App, Button } from 'antd';
import { QueueRow, type CaseWire } from '@yugong/domain/legal-aid/staff-wire';
import { legalAidTopicLabels, queueStateLabels, sayDaysLeft, sayLetter } from '@yugong/domain/legal-aid/words';
import { districtLabel, useDirectory } from '../../api/directory';
import { useWrite } from '../../api/use-write';
import { AnswerForm } from '../../parts/answer-form';
import { Callout } from '../../parts/notice';
import { ConsolePage, PageSection } from '../../parts/page';
import { QueryResult } from '../../parts/states';
import { StaffNotes } from '../../parts/staff-notes';
import { StatusTag } from '../../parts/status-tag';
import { TalkSection } from '../../parts/talk-section';
import { TimeText } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { legalAidEndpoints, useCase, useTemplates } from './api';
import { AssigneeField } from './assign';
import { queueStateTones } from './labels';
import { LetterForm } from './letter-form';
import facts from '../../parts/facts.module.css';
import styles from '../../parts/queue.module.css';

export default function CasePage() {
  const { id = '' } = useParams();
  const one = useCase(id);
  const directory = useDirectory();
  const templates = useTemplates();
  const templatesFor = (topic: CaseWire['topic']) =>
    (templates.data?.templates ?? []).filter((template) => template.topic === null || template.topic === topic);
  const { data } = one;
  const isOpen = data && data.state !== 'closed' && data.state !== 'withdrawn';
  return (
    <ConsolePage
      title={data ? legalAidTopicLabels[data.topic] : '请求'}
      lead={
        data && (
          <>
            {sayDaysLeft(data.daysLeft)}{' '}
            <StatusTag tone={queueStateTones[data.state]}>{queueStateLabels[data.state]}</StatusTag>
          </>
        )
      }
      back={{ to: '/legal-aid', label: '法律援助' }}
    >
      <QueryResult of={one}>
        {(request) =>
          request.state === 'withdrawn' ? (
            <Callout tone="warn" title="本人已撤回，内容不再显示" />
          ) : (
            <div className={styles.case}>
              <div className={styles.column}>
                <TalkSection text={request.text} messages={request.messages} author={request.name} />
                {request.bring.length > 0 && (
                  <p>
                    能带来的材料：
                    {request.bring.join('、')}
                  </p>
                )}
                {isOpen && (
                  <PageSection title="答复">
                    <AnswerForm
                      request={request}
                      endpoints={{
                        answer: legalAidEndpoints.answer(request.id),
                        close: legalAidEndpoints.close(request.id),
                      }}
                      stale="legal-aid"
                      templates={templatesFor(request.topic)}
                    />
                  </PageSection>
                )}
              </div>
              <aside className={styles.column} aria-label="请求信息">
                <dl className={facts.facts}>
                  <div>
                    <dt>姓名</dt>
                    <dd>{request.name}</dd>
                  </div>
                  <div>
                    <dt>电话</dt>
                    <dd>
                      <a href={`tel:${request.phone}`}>{request.phone}</a>
                    </dd>
                  </div>
                  <div>
                    <dt>区县</dt>
                    <dd>{districtLabel(directory.data, request.adcode)}</dd>
                  </div>
                  <div>
                    <dt>期限</dt>
                    <dd>{request.deadline ?? '未填'}</dd>
                  </div>
                  <div>
                    <dt>提交时间</dt>
                    <dd>
                      <TimeText at={request.createdAt} />
                    </dd>
                  </div>
                </dl>
                {isOpen && <AssigneeField request={request} />}
                {request.state === 'closed' && <Reopen request={request} />}
                {request.letter && <p>{sayLetter(request.letter)}</p>}
                {isOpen && <LetterForm request={request} />}
                <PageSection title="内部备注">
                  <StaffNotes path={`/legal-aid/${request.id}/notes`} />
                </PageSection>
                <p className="quiet">本次查看已记入操作记录。</p>
              </aside>
            </div>
          )
        }
      </QueryResult>
    </ConsolePage>
  );
}

/** Takes up again what was ended, such as where the employer paid only a part. */
function Reopen({ request }: { request: CaseWire }) {
  const { modal } = App.useApp();
  const { done, failed } = useToast();
  const write = useWrite(QueueRow, { stale: ['legal-aid'], done: () => done('已重新开始办理') });
  const ask = (): void =>
    void modal.confirm({
      title: '重新办理这件事？',
      content: '本人会收到消息，可以继续补充。',
      okText: '重新办理',
      cancelText: '暂不',
      onOk: () => write.mutateAsync({ endpoint: legalAidEndpoints.reopen(request.id) }).catch(failed),
    });
  return <Button onClick={ask}>重新办理</Button>;
}
