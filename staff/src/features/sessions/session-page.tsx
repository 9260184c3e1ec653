import { Space } from 'antd';
import { useParams, useSearchParams } from 'react-router-dom';
import { useQueryClient } from '@tanstack/react-query';
import type { JobWire } from '@yugong/domain/job/wire';
import { sayAddress } from '@yugong/domain/session/venue';
import { districtLabel, useDirectory } from '../../api/directory';
import { hasPermission, useMe } from '../../api/me';
import { JobProgress } from '../../parts/job-progress';
import { LinkButton } from '../../parts/link-button';
import { canAccess } from '../../parts/nav-items';
import { Callout } from '../../parts/notice';
import { ConsolePage, PageSection } from '../../parts/page';
import { QueryResult } from '../../parts/states';
import { formatTimeRange, TimeText } from '../../parts/time';
import { Confirmations } from '../call-list';
import { HeldOfSession, Roster } from '../roster';
import { useStaffSession } from './api';
import { isDraftSession } from './labels';
import { DraftSection } from './publication';
import { SessionActions } from './session-actions';
import { StandingTag } from './session-list';
import { SessionSize } from './session-size';
import facts from '../../parts/facts.module.css';

export default function SessionPage() {
  const { id = '' } = useParams();
  const me = useMe();
  const session = useStaffSession(id);
  const directory = useDirectory();
  const { data } = session;
  return (
    <ConsolePage
      title={data?.title ?? '场次'}
      lead={
        data && (
          <>
            {formatTimeRange(data.startsAt, data.endsAt)}，{districtLabel(directory.data, data.adcode)} {data.place}{' '}
            <StandingTag session={data} />
          </>
        )
      }
      back={{ to: '/sessions', label: '场次' }}
      actions={
        data && (
          <Space wrap>
            <LinkButton to={`/sessions/new?like=${id}`}>复制为新场次</LinkButton>
            {data.state !== 'cancelled' && <LinkButton to={`/sessions/${id}/edit`}>修改</LinkButton>}
            {data.state !== 'cancelled' && !isDraftSession(data, Date.now()) && canAccess(me, '/door') && (
              <LinkButton to={`/door/${id}`} type="primary">
                去签到
              </LinkButton>
            )}
          </Space>
        )
      }
    >
      <QueryResult of={session}>
        {(one) => (
          <>
            <SessionJob />
            <DraftSection session={one} />
            {one.notice && (
              <Callout tone="warn" title="给报名的人的说明">
                {one.notice}
              </Callout>
            )}
            <Confirmations sessionId={id} />
            <SessionSize session={one} />
            <dl className={facts.facts}>
              <div>
                <dt>项目</dt>
                <dd>{one.programmeTitle}</dd>
              </div>
              <div>
                <dt>报名</dt>
                <dd>
                  <TimeText at={one.opensAt} /> 到 <TimeText at={one.closesAt} />
                </dd>
              </div>
              <div>
                <dt>可自行取消至</dt>
                <dd>
                  <TimeText at={one.cancelUntil} />
                </dd>
              </div>
              {sayAddress(one) && (
                <div>
                  <dt>地址</dt>
                  <dd>{sayAddress(one)}</dd>
                </div>
              )}
              {one.phone && (
                <div>
                  <dt>电话</dt>
                  <dd>{one.phone}</dd>
                </div>
              )}
              {one.note && (
                <div>
                  <dt>提醒</dt>
                  <dd>{one.note}</dd>
                </div>
              )}
            </dl>
            <SessionActions session={one} />
            {hasPermission(me, 'roster') && (
              <>
                <HeldOfSession session={id} />
                <PageSection title="名单">
                  <Roster session={one} />
                </PageSection>
              </>
            )}
          </>
        )}
      </QueryResult>
    </ConsolePage>
  );
}

/** The end of a job, with the number of people notified where it notified any. */
function JobResult({ job: { title, result } }: { job: JobWire }) {
  const cancelled = result?.['cancelled'];
  return (
    <Callout tone="good" title={`${title}已完成`}>
      {typeof cancelled === 'number' && cancelled > 0 && `已取消 ${cancelled} 人的报名，系统会逐一通知。`}
    </Callout>
  );
}

/** The job on this session. Its id is in the URL, so that a reload finds it again. */
function SessionJob() {
  const [params] = useSearchParams();
  const client = useQueryClient();
  const job = params.get('job');
  if (!job) return null;
  return (
    <JobProgress id={job} onEnd={() => void client.invalidateQueries({ queryKey: ['sessions'] })}>
      {(ended) => <JobResult job={ended} />}
    </JobProgress>
  );
}
