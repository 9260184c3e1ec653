/** Whom to call: what happened to their registration was not read on any phone in time. */
import { callReasonLabels, callResultLabels } from '@yugong/domain/notice/words';
import type { CallWire } from '@yugong/domain/notice/staff-wire';
import { Page } from '../../parts/page';
import { Answer, Empty } from '../../parts/states';
import { Table } from '../../parts/table';
import { sayTime, When } from '../../parts/when';
import { CallActions } from './call-actions';
import { useCallList } from './requests';
import { describeChange } from './words';

/** What to say to her. */
const Matter = ({ call: { kind, deadline, reason, changes } }: { call: CallWire }) => (
  <>
    {callReasonLabels[kind]}
    {deadline !== null && `，名额保留至 ${sayTime(deadline)}`}
    {reason !== null && <div>{reason}</div>}
    {changes.map((one) => (
      <div key={one.field}>{describeChange(one)}</div>
    ))}
  </>
);

export default function CallListPage() {
  const list = useCallList();
  const count = list.data?.calls.length;
  return (
    <Page
      title="待电话联系"
      lead={
        count === undefined || count === 0 ? '手机上没看消息的人，会列在这里。' : `${count} 人还没看到消息，请打电话。`
      }
    >
      <Answer of={list}>
        {({ calls }) =>
          calls.length === 0 ? (
            <Empty title="没有要打电话的人">
              <p>名额通知 30 分钟没看、其他变动 2 小时没看，会列在这里。晚上九点到早上八点不计时。</p>
            </Empty>
          ) : (
            <Table
              caption="要打电话的人"
              rows={calls}
              rowKey={({ noticeId }) => noticeId}
              columns={[
                {
                  title: '姓名',
                  cell: ({ name, phone }) => (
                    <>
                      {name} <span className="quiet figures">{phone === '' ? '没有留号码' : phone}</span>
                    </>
                  ),
                },
                { title: '要说的事', cell: (call) => <Matter call={call} /> },
                {
                  title: '场次',
                  cell: ({ title, place, startsAt }) => (
                    <>
                      {title}，{sayTime(startsAt)}，{place}
                    </>
                  ),
                },
                { title: '消息时间', cell: ({ at }) => <When at={at} /> },
                {
                  title: '上次电话',
                  cell: ({ calls: tries, lastCall }) =>
                    lastCall === null ? (
                      '还没打'
                    ) : (
                      <>
                        {callResultLabels[lastCall.result]}（第 {tries} 次） <When at={lastCall.at} />
                      </>
                    ),
                },
                { title: '操作', actions: true, cell: (call) => <CallActions call={call} /> },
              ]}
            />
          )
        }
      </Answer>
    </Page>
  );
}
