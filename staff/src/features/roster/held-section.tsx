/** Sign-ups that wait to be settled: another account has a place for the same person, or a phone or device has too many. */
import { Button, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { sayFamilyContact, type FamilyContactWire } from '@yugong/domain/registration/family';
import { HeldDecision, HeldPersonWire, type HeldCaseWire } from '@yugong/domain/registration/staff-wire';
import { registrationStatusLabels, sayReference } from '@yugong/domain/registration/words';
import { signUpSourceLabels } from '@yugong/domain/roster/words';
import { describeError } from '../../api/api-error';
import { NoContent, type Endpoint } from '../../api/client';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { Callout } from '../../parts/notice';
import { PageSection } from '../../parts/page';
import { ReasonDialog } from '../../parts/reason-dialog';
import { schemaRule } from '../../parts/schema-rule';
import { DataTable } from '../../parts/table';
import { formatTime, TimeText } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { useHeldCases } from './api';

const endpoints = {
  reveal: (id: string): Endpoint => `POST /held/${id}/reveal`,
  settle: (id: string): Endpoint => `PUT /held/${id}`,
} as const;

type Decision = HeldDecision['decision'];
const decisionWords: Record<Decision, { verb: string; meaning: string; done: string }> = {
  release: {
    verb: '放行',
    meaning: '名额会归现在提交的账号；另一个账号已有的报名不再保留，双方都能在应用的“消息”里看到。请先与本人核对身份。',
    done: '已放行',
  },
  return: {
    verb: '退回',
    meaning: '原来的报名不变。提交的人能在应用的“消息”里看到，“我的报名”写着下面的原因。',
    done: '已退回',
  },
};
/** Draws nothing where nothing waits. */
export default function HeldSection({ cases }: { cases: readonly HeldCaseWire[] }) {
  const [revealing, setRevealing] = useState<HeldCaseWire | null>(null);
  const [settling, setSettling] = useState<{ one: HeldCaseWire; decision: Decision } | null>(null);
  const [shown, setShown] = useState<ReadonlyMap<string, HeldPersonWire>>(new Map());
  const { failed } = useToast();
  const reveal = useWrite(HeldPersonWire, {
    done: (person) => {
      if (revealing) setShown(new Map([...shown, [revealing.id, person] as const]));
      setRevealing(null);
    },
  });
  return (
    <PageSection title="报名待核对">
      <p className="quiet">下面的报名还没有名额。请打电话或当面核对，再放行或退回。</p>
      <DataTable
        caption="待核对的报名"
        rows={cases}
        rowKey={({ id }) => id}
        columns={[
          {
            title: '现在提交',
            cell: ({ id, name, phone, family, createdAt, unreadable }) => (
              <>
                {unreadable ? (
                  <>
                    信息无法读取，编号 <span className="figures">{sayReference(id)}</span>
                  </>
                ) : (
                  <>
                    {shown.get(id)?.name ?? name} <span className="figures">{shown.get(id)?.phone ?? phone}</span>
                  </>
                )}
                ，<TimeText at={createdAt} />
                {unreadable && (
                  <div className="quiet">不能放行。请把编号告诉系统管理员，从备份里恢复；或退回，请本人重新报名。</div>
                )}
                <SignedUpBy family={family} phone={shown.get(id)?.contactPhone ?? null} />
              </>
            ),
          },
          {
            title: '已有的报名',
            cell: ({ registered, cause }) => <Registered registered={registered} cause={cause} />,
          },
          {
            title: '场次',
            cell: ({ sessionTitle, startsAt }) => (
              <>
                {sessionTitle}，{formatTime(startsAt)}
              </>
            ),
          },
          {
            title: '操作',
            actions: true,
            cell: (one) => (
              <Space wrap>
                {!shown.has(one.id) && !one.unreadable && (
                  <Button aria-label={`显示号码：${one.name} ${one.phone}`} onClick={() => setRevealing(one)}>
                    显示号码
                  </Button>
                )}
                {(one.unreadable ? (['return'] as const) : (['release', 'return'] as const)).map((decision) => (
                  <Button
                    key={decision}
                    aria-label={`${decisionWords[decision].verb}：${sayWhose(one)}`}
                    onClick={() => setSettling({ one, decision })}
                  >
                    {decisionWords[decision].verb}
                  </Button>
                ))}
              </Space>
            ),
          },
        ]}
      />
      <ReasonDialog
        title={revealing ? `显示${revealing.name}的号码` : ''}
        open={revealing !== null}
        yes="显示号码"
        busy={reveal.isPending}
        onYes={(why) =>
          revealing && reveal.mutate({ endpoint: endpoints.reveal(revealing.id), body: why }, { onError: failed })
        }
        onNo={() => setRevealing(null)}
      />
      {settling && <SettleDialog {...settling} close={() => setSettling(null)} />}
    </PageSection>
  );
}

/** Whom a button is about: masked, or the sign-up's number where nothing else can be read. */
const sayWhose = ({ id, name, phone, unreadable }: HeldCaseWire): string =>
  unreadable ? `编号 ${sayReference(id)}` : `${name} ${phone}`;

/** What stands in the way of one that no registration stands in the way of. */
const nothingInTheWay: Record<HeldCaseWire['cause'], string> = {
  phone: '同一手机号报名人数超过上限，放行后再占名额',
  device: '同一设备报名人数超过上限，放行后再占名额',
  claim: '已取消，放行后重新报名',
  proof: '已取消，放行后重新报名',
};

function Registered({ registered, cause }: Pick<HeldCaseWire, 'registered' | 'cause'>) {
  if (!registered) return <>{nothingInTheWay[cause]}</>;
  const { name, phone, family, status, source, sessionTitle, createdAt } = registered;
  return (
    <>
      {name} <span className="figures">{phone}</span>，{registrationStatusLabels[status]}，{sessionTitle}，
      <TimeText at={createdAt} /> <span className="quiet">{signUpSourceLabels[source]}</span>
      <SignedUpBy family={family} />
    </>
  );
}

/** @param phone the family member's number in full, once it was revealed */
function SignedUpBy({ family, phone = null }: { family: FamilyContactWire | null; phone?: string | null }) {
  return family && <div className="quiet">{sayFamilyContact(phone === null ? family : { ...family, phone })}</div>;
}

function SettleDialog({ one, decision, close }: { one: HeldCaseWire; decision: Decision; close: () => void }) {
  const [form] = Form.useForm<{ reason: string }>();
  const { done } = useToast();
  const [seen] = useState(one.registered?.registrationId ?? null);
  const { verb, meaning, done: doneWord } = decisionWords[decision];
  const settle = useWrite(NoContent, {
    stale: ['held', 'roster', 'sessions'],
    done: () => {
      close();
      done(doneWord);
    },
  });
  return (
    <Dialog
      title={one.unreadable ? `${verb}${sayWhose(one)}？` : `${verb}${one.name}的报名？`}
      okText={verb}
      cancelText="暂不"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={settle.isPending}
    >
      <p>{meaning}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) =>
          settle.mutate({ endpoint: endpoints.settle(one.id), body: { decision, reason, seen } })
        }
      >
        {settle.error && <Callout tone="bad">{describeError(settle.error)}</Callout>}
        <Form.Item
          name="reason"
          label="怎么核对的"
          extra="不要写姓名和号码；会记入操作记录"
          rules={[schemaRule(HeldDecision.entries.reason)]}
        >
          <Input maxLength={80} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}

/** Those of one session, above its roster. Draws nothing where nobody waits. */
export function HeldOfSession({ session }: { session: string }) {
  const { data } = useHeldCases({ session });
  return data === undefined || data.held.length === 0 ? null : <HeldSection cases={data.held} />;
}
