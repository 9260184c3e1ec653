/** The people behind one number of a session's confirmations: who knows of its last change in this way, or doesn't yet. */
import { Button } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { confirmationWays, type ConfirmedPeopleWire } from '@yugong/domain/notice/staff-wire';
import { callReasonLabels, confirmationLabels, describeAttempt } from '@yugong/domain/notice/words';
import { sayFamilyContact } from '@yugong/domain/registration/family';
import { ConsolePage } from '../../parts/page';
import { EmptyState, QueryResult } from '../../parts/states';
import { DataTable, type Column } from '../../parts/table';
import { TimeText } from '../../parts/time';
import styles from './call-list.module.css';
import { useConfirmedPeople } from './requests';
import { sayReferenceOf } from './words';

type ConfirmedPerson = ConfirmedPeopleWire['people'][number];

const who: Column<ConfirmedPerson> = {
  title: '姓名',
  cell: ({ name, phone, contact, ...subject }) => (
    <>
      {name === '' ? (
        <>
          信息无法读取，编号 <span className="figures">{sayReferenceOf(subject)}</span>
        </>
      ) : (
        <>
          {name} <span className="quiet figures">{phone === '' ? '没有留号码' : phone}</span>
        </>
      )}
      {subject.heldId !== null && <div className="quiet">报名待核对，还没有名额</div>}
      {contact !== null && <div className="quiet">{sayFamilyContact(contact)}</div>}
    </>
  ),
};
const matter: Column<ConfirmedPerson> = { title: '通知', cell: ({ kind }) => callReasonLabels[kind] };
const since: Column<ConfirmedPerson> = { title: '消息时间', cell: ({ at }) => <TimeText at={at} /> };
const confirmed: Column<ConfirmedPerson> = {
  title: '确认时间',
  cell: ({ confirmedAt }) => confirmedAt !== null && <TimeText at={confirmedAt} />,
};
const tried: Column<ConfirmedPerson> = {
  title: '发送情况',
  cell: ({ attempts }) => attempts.map((one) => <div key={one.channel}>{describeAttempt(one)}</div>),
};

export default function ConfirmedPeoplePage() {
  const { id = '', way: asked } = useParams();
  const [params, setParams] = useSearchParams();
  const way = confirmationWays.find((one) => one === asked) ?? 'unconfirmed';
  const list = useConfirmedPeople(id, way, params.get('after') ?? '');
  return (
    <ConsolePage
      title={confirmationLabels[way]}
      lead={list.data && `这一场最近一次变动，共 ${list.data.total} 人。号码已隐藏部分数字。`}
      back={{ to: `/sessions/${id}`, label: '场次' }}
    >
      {way === 'unconfirmed' && (
        <p>
          到了时间还没联系上的人，在
          <Link className={styles.inText ?? ''} to="/call-list">
            待电话联系
          </Link>
          里打电话。
        </p>
      )}
      <QueryResult of={list}>
        {({ people, next }) =>
          people.length === 0 ? (
            <EmptyState title="没有这样的人" />
          ) : (
            <>
              <DataTable
                caption={confirmationLabels[way]}
                rows={people}
                rowKey={({ registrationId, heldId }) => registrationId ?? heldId ?? ''}
                columns={[who, matter, since, way === 'unconfirmed' ? tried : confirmed]}
              />
              {next !== null && <Button onClick={() => setParams({ after: next })}>下一页</Button>}
            </>
          )
        }
      </QueryResult>
    </ConsolePage>
  );
}
