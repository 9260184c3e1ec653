/** Every version that a record had; any earlier one can be brought back, whatever came after. */
import { Button, Space } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import * as v from 'valibot';
import { EditedCollection, RecordPublishedWire, type RecordHistoryWire } from '@yugong/domain/publication/staff-wire';
import { describeError } from '../../api/api-error';
import type { Endpoint } from '../../api/client';
import { useWrite } from '../../api/use-write';
import { Confirm } from '../../parts/confirm';
import { Callout } from '../../parts/notice';
import { ConsolePage, PageSection } from '../../parts/page';
import { QueryResult } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { TimeText } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { contentEndpoints, usePublishedRecords, useRecordHistory } from './api';
import { ChangeTable } from './change-table';
import { RecordPreview } from './record-preview';

type Revision = RecordHistoryWire['revisions'][number];

export default function HistoryPage() {
  const { collection = '', record = '' } = useParams();
  const kind = v.safeParse(EditedCollection, collection);
  if (!kind.success) return <ConsolePage title="没有这一类内容">{null}</ConsolePage>;
  return <RecordHistory collection={kind.output} id={record} />;
}

function RecordHistory({ collection, id }: { collection: EditedCollection; id: string }) {
  const records = usePublishedRecords(collection);
  const isOwn =
    records.data?.records.find(({ record }) => record.id === id)?.own ??
    records.data?.gone.some((one) => one.id === id) ??
    false;
  return (
    <HistoryOf
      history={useRecordHistory(collection, id)}
      isOwn={isOwn}
      endpoint={contentEndpoints.restore(collection, id)}
      stale="content"
      back={{ to: '/content', label: '内容发布' }}
    />
  );
}

/** Every version of one record, whatever it is of. `stale` is the query that a restored version changes. */
export function HistoryOf({
  history,
  isOwn,
  endpoint,
  stale,
  back,
}: {
  history: UseQueryResult<RecordHistoryWire>;
  isOwn: boolean;
  endpoint: Endpoint;
  stale: string;
  back: { to: string; label: string };
}) {
  const titles = history.data?.revisions.map(({ title }) => title).filter((title) => title !== null);
  return (
    <ConsolePage
      title={titles?.[0] ?? '历史版本'}
      lead={history.data && history.data.version === null ? '现在没有发布' : '历史版本'}
      back={back}
    >
      <QueryResult of={history} rows={4}>
        {({ revisions, version }) => (
          <>
            {revisions.map((revision, index) => (
              <RevisionSection
                key={revision.revision}
                isNewest={index === 0}
                revision={revision}
                endpoint={endpoint}
                stale={stale}
                version={version}
                isOwn={isOwn}
              />
            ))}
          </>
        )}
      </QueryResult>
    </ConsolePage>
  );
}

interface Props {
  revision: Revision;
  endpoint: Endpoint;
  stale: string;
  version: string | null;
  isOwn: boolean;
  isNewest: boolean;
}

function RevisionSection({ revision, endpoint, stale, version, isOwn, isNewest }: Props) {
  const { at, by, note, title, changes, restorable } = revision;
  const heading = title === null ? '下架' : at === null ? '随应用提供的版本' : '发布';
  return (
    <PageSection
      title={heading}
      aside={
        restorable && isOwn ? (
          <Restore revision={revision} endpoint={endpoint} stale={stale} version={version} />
        ) : (
          title !== null &&
          !restorable && (
            <StatusTag tone={isNewest ? 'good' : 'quiet'}>{isNewest ? '现在的版本' : '和现在的版本一样'}</StatusTag>
          )
        )
      }
    >
      <p className="quiet">
        {at !== null && <TimeText at={at} />} {[by, note].filter((one) => one !== null).join('，')}
      </p>
      {at !== null && changes.length > 0 && <ChangeTable title={title ?? ''} changes={changes} />}
    </PageSection>
  );
}

/** Shows what bringing it back would change, before it is done. */
function Restore({ revision: { revision, title }, endpoint, stale, version }: Omit<Props, 'isOwn' | 'isNewest'>) {
  const [open, setOpen] = useState(false);
  const { done } = useToast();
  const preview = useWrite(RecordPublishedWire);
  const restore = useWrite(RecordPublishedWire, {
    stale: [stale],
    done: (answer) => {
      if (!answer.done) return;
      setOpen(false);
      done('已恢复，手机上很快会更新');
    },
  });
  const bodyOf = (isPreview: boolean) => ({
    endpoint,
    body: { revision, seen: version, preview: isPreview },
  });
  const found = restore.data ?? preview.data;
  const error = restore.error ?? preview.error;
  return (
    <Space>
      <Button
        onClick={() => {
          restore.reset();
          setOpen(true);
          preview.mutate(bodyOf(true));
        }}
      >
        恢复这一版
      </Button>
      <Confirm
        title="恢复这一版？"
        open={open}
        yes="恢复"
        busy={restore.isPending}
        disabled={preview.data?.done !== true}
        onNo={() => setOpen(false)}
        onYes={() => restore.mutate(bodyOf(false))}
      >
        {error && <Callout tone="bad">{describeError(error)}</Callout>}
        {found && <RecordPreview title={title ?? ''} found={found} />}
      </Confirm>
    </Space>
  );
}
