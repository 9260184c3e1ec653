/** Published records by kind, each of which can be corrected without a release of the app; a union adds its own. */
import { Button, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { sayDate } from '@yugong/domain/calendar';
import {
  editedCollections,
  isGrowing,
  type EditedCollection,
  type EditedRecordsWire,
} from '@yugong/domain/publication/staff-wire';
import { unionCollections } from '@yugong/domain/publication/feed';
import { useMe } from '../../api/me';
import { Pagination } from '../../parts/pager';
import { EmptyState, QueryResult } from '../../parts/states';
import { DataTable } from '../../parts/table';
import { TimeText } from '../../parts/time';
import { usePublishedRecords } from './api';
import { collectionLabels, titleOfRecord } from './labels';
import { hasForm } from './record-fields';
import { RecordDialog } from './record-dialog';

type Published = EditedRecordsWire['records'][number];

const RECORDS_PER_PAGE = 20;

/** The union that was there first publishes what is everybody's: the law, hotlines, the screening's rules. */
const FIRST_UNION = 'main';

/** Newest first where records have a day; else as they are listed in the app. */
const dayOf = ({ record }: Published): string => {
  const day = record['happenedOn'] ?? record['start'] ?? record['publishedAt'];
  return typeof day === 'string' ? day : '';
};

export function PublishedRecords() {
  const { organisation } = useMe();
  const isFirst = organisation === null || organisation === FIRST_UNION;
  const kinds: readonly EditedCollection[] = isFirst ? editedCollections : unionCollections;
  const [collection, setCollection] = useState<EditedCollection>('news');
  const [sought, setSought] = useState('');
  const [page, setPage] = useState(1);
  const [editing, setEditing] = useState<Published | null>(null);
  const navigate = useNavigate();
  const records = usePublishedRecords(collection);
  const label = collectionLabels[collection] ?? collection;
  return (
    <>
      <Space wrap>
        <Select
          aria-label="哪一类"
          value={collection}
          onChange={(next) => {
            setCollection(next);
            setPage(1);
          }}
          options={kinds.map((value) => ({ value, label: collectionLabels[value] }))}
          style={{ minWidth: '12rem' }}
        />
        <Input
          aria-label="按标题查找"
          placeholder="按标题查找"
          value={sought}
          allowClear
          onChange={(event) => {
            setSought(event.target.value);
            setPage(1);
          }}
        />
        {isGrowing(collection) && (
          <Button type="primary" onClick={() => void navigate(`/content/records/${collection}/new`)}>
            新增{label}
          </Button>
        )}
      </Space>
      <QueryResult of={records} rows={4}>
        {({ records: list, gone }) => {
          const found = list
            .filter((one) => titleOfRecord(one.record).includes(sought.trim()))
            .sort((a, b) => dayOf(b).localeCompare(dayOf(a)));
          return (
            <>
              {found.length === 0 ? (
                <EmptyState title={sought === '' ? `暂无${label}` : '没有标题里有这些字的内容'} />
              ) : (
                <DataTable
                  caption={`${label}，已发布`}
                  rows={found.slice((page - 1) * RECORDS_PER_PAGE, page * RECORDS_PER_PAGE)}
                  rowKey={({ record }) => record.id}
                  columns={[
                    { title: '标题', cell: ({ record }) => titleOfRecord(record) },
                    { title: '发布', cell: sayPublished },
                    {
                      title: '到期下架',
                      cell: ({ expiresAt }) => (expiresAt === null ? '一直保留' : <TimeText at={expiresAt} />),
                    },
                    {
                      title: '操作',
                      actions: true,
                      cell: (one) => <RecordActions collection={collection} published={one} edit={setEditing} />,
                    },
                  ]}
                />
              )}
              <Pagination page={page} size={RECORDS_PER_PAGE} total={found.length} go={setPage} />
              {gone.length > 0 && (
                <details>
                  <summary>已下架 {gone.length} 条</summary>
                  <ul>
                    {gone.map(({ id, title, on }) => (
                      <li key={id}>
                        <Link to={`/content/records/${collection}/${id}/history`}>{title}</Link>，{sayDate(on, '')}下架
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </>
          );
        }}
      </QueryResult>
      {editing && <RecordDialog collection={collection} published={editing} close={() => setEditing(null)} />}
    </>
  );
}

const sayPublished = ({ published, own }: Published): string =>
  published === null ? '随应用提供' : `${published.by ?? (own ? '本工会' : '其他工会')}，${sayDate(published.on, '')}`;

/** Records of another union can only be read. */
function RecordActions({
  collection,
  published,
  edit,
}: {
  collection: EditedCollection;
  published: Published;
  edit: (one: Published) => void;
}) {
  const navigate = useNavigate();
  const title = titleOfRecord(published.record);
  const path = `/content/records/${collection}/${published.record.id}`;
  return (
    <Space>
      {published.own && (
        <Button
          onClick={() => (hasForm(collection) ? void navigate(path) : edit(published))}
          aria-label={`修改“${title}”`}
        >
          改
        </Button>
      )}
      {published.own && collection === 'screening-programmes' && (
        <Button onClick={() => edit(published)} aria-label={`修改“${title}”的报名规则`}>
          报名规则
        </Button>
      )}
      <Link to={`${path}/history`} aria-label={`“${title}”的历史版本`}>
        历史
      </Link>
    </Space>
  );
}
