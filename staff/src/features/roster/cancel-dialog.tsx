/** Cancels people's registrations, and says whose decision that was: the counts tell the two apart. */
import { Radio } from 'antd';
import { useState } from 'react';
import { cancelCauseLabels } from '@yugong/domain/registration/words';
import { StatusWire, type RosterRow } from '@yugong/domain/roster/wire';
import { useWriteEach } from '../../api/use-write-each';
import { Dialog } from '../../parts/dialog';
import { useToast } from '../../parts/use-toast';
import { rosterEndpoints } from './api';
import { WriteFailures, whoIn } from './write-failures';

const decisions = [
  { value: 'union', label: `${cancelCauseLabels.union}：系统会通知本人，联系不上的列入待电话联系` },
  { value: 'owner', label: `${cancelCauseLabels.owner}：本人当面或来电要求取消，不再通知` },
] as const;

export function CancelDialog({ rows, close }: { rows: readonly RosterRow[]; close: () => void }) {
  const [decision, setDecision] = useState<(typeof decisions)[number]['value']>('union');
  const { done } = useToast();
  const { running, failures, run } = useWriteEach(StatusWire, ['roster', 'sessions', 'call-list']);
  const cancel = async (): Promise<void> => {
    const left = failures.length > 0 ? failures.map(({ id }) => id) : rows.map(({ registrationId }) => registrationId);
    const cancelled = await run(left, (id) => ({ endpoint: rosterEndpoints.cancel(id, decision === 'owner') }));
    if (cancelled > 0) done(rows.length === 1 ? '已取消报名' : `已取消 ${cancelled} 人的报名`);
    if (cancelled === left.length) close();
  };
  return (
    <Dialog
      title={`代${whoIn(rows)}取消报名？`}
      okText={rows.length === 1 ? '取消报名' : `取消 ${rows.length} 人的报名`}
      okButtonProps={{ danger: true }}
      cancelText="暂不"
      confirmLoading={running !== null}
      onCancel={close}
      onOk={() => void cancel()}
    >
      <WriteFailures rows={rows} failures={failures} />
      <p>名额会依次给候补的人。</p>
      <Radio.Group
        aria-label="谁决定取消"
        value={decision}
        onChange={({ target }) => setDecision(target.value === 'owner' ? 'owner' : 'union')}
        options={[...decisions]}
      />
    </Dialog>
  );
}
