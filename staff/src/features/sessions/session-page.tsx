import { Space } from 'antd';
import { useParams } from 'react-router-dom';
import { can, useMe } from '../../api/me';
import { districtName, usePlaces } from '../../api/places';
import { Mark } from '../../parts/mark';
import { mayEnter } from '../../parts/rooms';
import { Notice } from '../../parts/notice';
import { LinkButton } from '../../parts/link-button';
import { Page, Section } from '../../parts/page';
import { Answer } from '../../parts/states';
import { sayWindow, When } from '../../parts/when';
import { Confirmations } from '../call-list';
import { Roster } from '../roster';
import { useSession } from './lines';
import { SessionJob } from './session-job';
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
              <Notice tone="warn" title="给报名的人的说明">
                {one.notice}
              </Notice>
            )}
            <Confirmations sessionId={id} />
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
