/** Whom to call: the news of their registration was proved to have arrived by no channel in time. */
import { useState } from 'react';
import { callReasonLabels, callResultLabels, describeAttempt } from '@yugong/domain/notice/words';
import type { CallWire, PhoneWire } from '@yugong/domain/notice/staff-wire';
import { sayFamilyContact } from '@yugong/domain/registration/family';
import { ConsolePage } from '../../parts/page';
import { EmptyState, QueryResult } from '../../parts/states';
import { DataTable } from '../../parts/table';
import { formatTime, TimeText } from '../../parts/time';
import { CallActions, OfferActions, RevealAll } from './call-actions';
import { useCallList, useSmsUsage } from './requests';
import { describeNoticeChange, describeSmsUsage, sayNextCall, sayReferenceOf } from './words';

/** What to say to her. */
const Matter = ({ call: { kind, deadline, passOnFrom, reason, changes } }: { call: CallWire }) => (
  <>
    {callReasonLabels[kind]}
    {deadline !== null && `，名额保留至 ${formatTime(deadline)}`}
    {passOnFrom !== null && (
      <div>
        {Date.parse(passOnFrom) > Date.now()
          ? `${formatTime(passOnFrom)} 后仍未送达，可给下一位`
          : '一直没有送达：可再等，或给下一位'}
      </div>
    )}
    {reason !== null && <div>{reason}</div>}
    {changes.map((one) => (
      <div key={one.field}>{describeNoticeChange(one)}</div>
    ))}
  </>
);

/** What SMS cost; nothing where the operator sends none. */
function SmsUsage() {
  const sms = useSmsUsage().data?.sms;
  return sms ? <p className="quiet figures">{describeSmsUsage(sms)}。</p> : null;
}

/** Who it is: masked; or that it can't be read, with the number by which the sign-up is found and what to do. */
const Who = ({ call }: { call: CallWire }) => {
  const { name, phone, contact, unreadable, heldId } = call;
  return (
    <>
      {unreadable ? (
        <>
          信息无法读取，编号 <span className="figures">{sayReferenceOf(call)}</span>
          <div className="quiet">不能打电话。请把编号告诉系统管理员，从备份里恢复；也可以在签到时当面告知。</div>
        </>
      ) : (
        <>
          {name} <span className="quiet figures">{phone === '' ? '没有留号码' : phone}</span>
        </>
      )}
      {heldId !== null && <div className="quiet">报名待核对，还没有名额</div>}
      {contact !== null && <div className="quiet">{sayFamilyContact(contact)}</div>}
    </>
  );
};

export default function CallListPage() {
  const list = useCallList();
  const count = list.data?.calls.length;
  const [numbers, setNumbers] = useState<ReadonlyMap<string, PhoneWire>>(new Map());
  const show = (...more: readonly (readonly [string, PhoneWire])[]): void => setNumbers(new Map([...numbers, ...more]));
  const hidden = (list.data?.calls ?? []).filter(
    ({ noticeId, registrationId, unreadable }) => registrationId !== null && !unreadable && !numbers.has(noticeId),
  );
  return (
    <ConsolePage
      title="待电话联系"
      lead={count === undefined || count === 0 ? '还没联系上的人会列在这里。' : `${count} 人还没联系上，请打电话。`}
    >
      <QueryResult of={list}>
        {({ calls }) =>
          calls.length === 0 ? (
            <EmptyState title="没有待联系的人">
              <p>
                名额通知 30 分钟、其他变动 2 小时内，手机上没有已读，微信和短信也没有送达回执，会列在这里。21:00 到次日
                8:00 不计时。
              </p>
            </EmptyState>
          ) : (
            <>
              {hidden.length > 0 && calls.length > 1 && (
                <RevealAll
                  calls={hidden}
                  reveal={({ people }) =>
                    show(
                      ...people.flatMap((one) =>
                        calls
                          .filter(({ registrationId }) => registrationId === one.registrationId)
                          .map(({ noticeId }) => [noticeId, one] as const),
                      ),
                    )
                  }
                />
              )}
              <DataTable
                caption="待联系的人"
                rows={calls}
                rowKey={({ noticeId }) => noticeId}
                name="call-list"
                columns={[
                  {
                    title: '姓名',
                    sort: ({ name }) => name || null,
                    cell: (call) => <Who call={call} />,
                  },
                  {
                    title: '要说的事',
                    sort: ({ kind }) => callReasonLabels[kind],
                    cell: (call) => <Matter call={call} />,
                  },
                  {
                    title: '场次',
                    sort: ({ startsAt }) => startsAt,
                    cell: ({ title, place, startsAt }) => (
                      <>
                        {title}，{formatTime(startsAt)}，{place}
                      </>
                    ),
                  },
                  { title: '消息时间', sort: ({ at }) => at, cell: ({ at }) => <TimeText at={at} /> },
                  {
                    title: '发送情况',
                    cell: ({ attempts }) => attempts.map((one) => <div key={one.channel}>{describeAttempt(one)}</div>),
                  },
                  {
                    title: '上次电话',
                    sort: ({ lastCall }) => lastCall?.at ?? null,
                    cell: ({ calls: tries, lastCall }) =>
                      lastCall === null ? (
                        '未联系'
                      ) : (
                        <>
                          {callResultLabels[lastCall.result]}（第 {tries} 次） <TimeText at={lastCall.at} />
                          {lastCall.by !== null && `，${lastCall.by}`}
                          <div className="quiet">{sayNextCall(lastCall.nextAt)}</div>
                        </>
                      ),
                  },
                  {
                    title: '操作',
                    actions: true,
                    cell: (call) => (
                      <>
                        <CallActions
                          call={call}
                          number={numbers.get(call.noticeId) ?? null}
                          setNumber={(number) => show([call.noticeId, number])}
                        />
                        {call.kind === 'offered' && call.registrationId !== null && (
                          <OfferActions call={call} registrationId={call.registrationId} />
                        )}
                      </>
                    ),
                  },
                ]}
              />
            </>
          )
        }
      </QueryResult>
      <SmsUsage />
    </ConsolePage>
  );
}
