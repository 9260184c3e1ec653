/** Published rules and addresses by kind, each of which can be corrected without a release of the app. */
import { Button, Select } from 'antd';
import { useState } from 'react';
import {
  editedCollections,
  type EditedCollection,
  type EditedRecordsWire,
} from '@yugong/domain/publication/staff-wire';
import { QueryResult } from '../../parts/states';
import { DataTable } from '../../parts/table';
import { usePublishedRecords } from './api';
import { collectionLabels, titleOfRecord } from './labels';
import { RecordDialog } from './record-dialog';

type Published = EditedRecordsWire['records'][number];

export function PublishedRecords() {
  const [collection, setCollection] = useState<EditedCollection>(editedCollections[0]);
  const [editing, setEditing] = useState<Published | null>(null);
  const records = usePublishedRecords(collection);
  return (
    <>
      <Select
        aria-label="哪一类"
        value={collection}
        onChange={setCollection}
        options={editedCollections.map((value) => ({ value, label: collectionLabels[value] }))}
        style={{ minWidth: '12rem' }}
      />
      <QueryResult of={records} rows={4}>
        {({ records: list }) => (
          <DataTable
            caption={`${collectionLabels[collection] ?? collection}，已发布`}
            rows={list}
            rowKey={({ record }) => record.id}
            columns={[
              { title: '标题', cell: ({ record }) => titleOfRecord(record) },
              {
                title: '操作',
                cell: (one) => (
                  <Button onClick={() => setEditing(one)} aria-label={`修改“${titleOfRecord(one.record)}”`}>
                    改
                  </Button>
                ),
              },
            ]}
          />
        )}
      </QueryResult>
      {editing && <RecordDialog collection={collection} published={editing} close={() => setEditing(null)} />}
    </>
  );
}
