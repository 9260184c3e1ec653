import { Space } from 'antd';
import { useParams, useSearchParams } from 'react-router-dom';
import { useQueryClient } from '@tanstack/react-query';
import type { JobWire } from '@yugong/domain/job/wire';
import { can, useMe } from '../../api/me';
import { districtName, usePlaces } from '../../api/places';
import { JobProgress } from '../../parts/job-progress';
import { LinkButton } from '../../parts/link-button';
import { Mark } from '../../parts/mark';
import { Notice } from '../../parts/notice';
import { Page, Section } from '../../parts/page';
import { mayEnter } from '../../parts/rooms';
import { Answer } from '../../parts/states';
import { sayWindow, When } from '../../parts/when';
import { Roster } from '../roster';
import { useSession } from './lines';
import { Size } from './size';
import { Steps } from './steps';
import { stateWords } from './words';
import facts from '../../parts/facts.module.css';

export default function SessionPage() {
  const { id = '' } = useParams();
  const me = useMe();
  const session = useSession(id);
  const places = usePlaces();
  const { data } = session;
  return (
    <Page
      title={data?.title ?? '场次'}
      lead={
        data && (
          <>
            {sayWindow(data.startsAt, data.endsAt)}，{districtName(places.data, data.adcode)} {data.place}{' '}
            <Mark tone={stateWords[data.state].tone}>{stateWords[data.state].said}</Mark>
          </>
        )
      }
      back={{ to: '/sessions', label: '场次' }}
      actions={
        data && (
          <Space wrap>
            <LinkButton to={`/sessions/new?like=${id}`}>照着再建一场</LinkButton>
            {data.state !== 'cancelled' && <LinkButton to={`/sessions/${id}/edit`}>修改</LinkButton>}
            {mayEnter(me, '/door') && (
              <LinkButton to={`/door/${id}`} type="primary">
                去签到
              </LinkButton>
            )}
          </Space>
        )
      }
    >
      <Answer of={session}>
        {(one) => (
          <>
            <SessionJob />
            {one.notice && (
              <Notice tone="warn" title="已经告诉所有人">
                {one.notice}
              </Notice>
            )}
            <Size session={one} />
            <dl className={facts.facts}>
              <div>
                <dt>项目</dt>
                <dd>{one.programmeTitle}</dd>
              </div>
              <div>
                <dt>报名</dt>
                <dd>
                  <When at={one.opensAt} /> 到 <When at={one.closesAt} />
                </dd>
              </div>
              <div>
                <dt>自己取消到</dt>
                <dd>
                  <When at={one.cancelUntil} />
                </dd>
              </div>
              {one.note && (
                <div>
                  <dt>提醒</dt>
                  <dd>{one.note}</dd>
                </div>
              )}
            </dl>
            {one.state !== 'cancelled' && <Steps session={one} />}
            {can(me, 'roster') && (
              <Section title="名单">
                <Roster session={one} />
              </Section>
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}

/** How many were told, where it was about telling them. */
function Ended({ job: { title, result } }: { job: JobWire }) {
  const told = result?.['told'];
  return (
    <Notice tone="good" title={`${title}，做完了`}>
      {typeof told === 'number' && told > 0 && `告诉了 ${told} 个人，打开应用就能看到。`}
    </Notice>
  );
}

/** Long work on this session, named in the address so that a reload finds it again. */
function SessionJob() {
  const [params] = useSearchParams();
  const client = useQueryClient();
  const job = params.get('job');
  if (!job) return null;
  return (
    <JobProgress id={job} over={() => void client.invalidateQueries({ queryKey: ['sessions'] })}>
      {(ended) => <Ended job={ended} />}
    </JobProgress>
  );
}
