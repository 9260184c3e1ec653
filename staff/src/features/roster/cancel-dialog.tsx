/** Cancels somebody's registration, and says whose decision that was: the counts tell the two apart. */
import { Radio } from 'antd';
import { useState } from 'react';
import { cancelCauseLabels } from '@yugong/domain/registration/words';
import { StatusWire, type RosterRow } from '@yugong/domain/roster/wire';
import { describeError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { Callout } from '../../parts/notice';
import { useToast } from '../../parts/use-toast';
import { rosterEndpoints } from './api';

const decisions = [
  { value: 'union', label: `${cancelCauseLabels.union}：系统会通知本人，联系不上的列入待电话联系` },
  { value: 'owner', label: `${cancelCauseLabels.owner}：本人当面或来电要求取消，不再通知` },
] as const;

export function CancelDialog({ row, close }: { row: RosterRow; close: () => void }) {
  const [decision, setDecision] = useState<(typeof decisions)[number]['value']>('union');
  const { done } = useToast();
  const cancel = useWrite(StatusWire, {
    stale: ['roster', 'sessions', 'call-list'],
    done: () => {
      done('已取消报名');
      close();
    },
  });
  const endpoint = rosterEndpoints.cancel(row.registrationId, decision === 'owner');
  return (
    <Dialog
      title={`代${row.name}取消报名？`}
      okText="取消报名"
      okButtonProps={{ danger: true }}
      cancelText="暂不"
      confirmLoading={cancel.isPending}
      onCancel={close}
      onOk={() => cancel.mutate({ endpoint })}
    >
      {cancel.error && <Callout tone="bad">{describeError(cancel.error)}</Callout>}
      <p>名额会给候补的第一人。</p>
      <Radio.Group
        aria-label="谁决定取消"
        value={decision}
        onChange={({ target }) => setDecision(target.value === 'owner' ? 'owner' : 'union')}
        options={[...decisions]}
      />
    </Dialog>
  );
}
