/** Taking a publication back: what would change now, and what somebody has to decide because it was changed since. */
import { Radio, type RadioChangeEvent } from 'antd';
import { useEffect, useState } from 'react';
import { UndoneWire } from '@yugong/domain/publication/wire';
import { describeError } from '../../api/api-error';
import type { Endpoint } from '../../api/client';
import { useWrite } from '../../api/use-write';
import { Confirm } from '../../parts/confirm';
import { Callout } from '../../parts/notice';
import { useToast } from '../../parts/use-toast';
import { contentEndpoints } from './api';
import { ChangeTable } from './change-table';
import { collectionLabels, fieldLabel } from './labels';

type UndoDecision = 'keep' | 'revert';
type Change = UndoneWire['changes'][number];

/** @param endpoint what takes this version back; `stale` are the queries that this changes */
export function UndoDialog({
  version,
  endpoint = contentEndpoints.undo(version),
  stale = ['content'],
  close,
}: {
  version: number;
  endpoint?: Endpoint;
  stale?: readonly string[];
  close: () => void;
}) {
  const [decisions, setDecisions] = useState<Record<string, UndoDecision>>({});
  const { done } = useToast();
  const preview = useWrite(UndoneWire);
  const undo = useWrite(UndoneWire, {
    stale,
    done: (answer) => {
      if (!answer.done) return;
      close();
      done('已撤回，手机上很快会更新');
    },
  });
  const { mutate: look } = preview;
  useEffect(() => look({ endpoint, body: { preview: true } }), [look, endpoint]);
  const changes = preview.data?.changes ?? [];
  const open = changes.filter(({ conflicts, record }) => conflicts.length > 0 && decisions[record] === undefined);
  const error = undo.error ?? preview.error;
  return (
    <Confirm
      title={`撤回第 ${version} 版？`}
      open
      yes="撤回"
      danger
      busy={undo.isPending}
      disabled={changes.length === 0 || open.length > 0}
      onNo={close}
      onYes={() => undo.mutate({ endpoint, body: { decisions } })}
    >
      {error && <Callout tone="bad">{describeError(error)}</Callout>}
      {undo.data?.done === false && undo.data.faults.length > 0 && (
        <Callout tone="bad" title="没有撤回">
          {undo.data.faults.map(({ record, field, message }) => (
            <p key={`${record} ${field} ${message}`}>{message}</p>
          ))}
        </Callout>
      )}
      {preview.data && changes.length === 0 && <p>这一版的改动现在都不在了，没有要撤回的。</p>}
      {changes.map((change) => (
        <UndoneRecord
          key={change.record}
          {...change}
          decision={decisions[change.record]}
          decide={(decision) => setDecisions({ ...decisions, [change.record]: decision })}
        />
      ))}
    </Confirm>
  );
}

const EFFECTS = { back: '恢复', leaves: '下架', edited: '改回去' } as const;

function UndoneRecord({
  collection,
  title,
  effect,
  changes,
  conflicts,
  decision,
  decide,
}: Change & { decision: UndoDecision | undefined; decide: (decision: UndoDecision) => void }) {
  const isWhole = conflicts.includes('*');
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {!isWhole && (
        <p className="quiet">
          {collectionLabels[collection] ?? collection}，{EFFECTS[effect]}
        </p>
      )}
      {changes.length > 0 && <ChangeTable title={title} changes={changes} />}
      {conflicts.length > 0 && (
        <Callout
          tone="warn"
          title={
            isWhole ? '这一条后来又改动过' : `后来又改过：${conflicts.map((field) => fieldLabel(field)).join('、')}`
          }
        >
          <Radio.Group
            aria-label={`“${title}”后来的改动`}
            value={decision}
            onChange={(event: RadioChangeEvent) => decide(event.target.value === 'keep' ? 'keep' : 'revert')}
            options={[
              { value: 'keep', label: '保留后来的改动' },
              { value: 'revert', label: '回到这一版之前' },
            ]}
          />
        </Callout>
      )}
    </section>
  );
}
