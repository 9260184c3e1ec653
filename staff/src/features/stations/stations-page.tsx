/** A union's own stations, to be found and changed one at a time, and what one published of them. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { kindLabels, stationKinds } from '@yugong/domain/station/vocabulary';
import { districtLabel, useDirectory } from '../../api/directory';
import { LinkButton } from '../../parts/link-button';
import { ConsolePage, PageSection } from '../../parts/page';
import { Pagination } from '../../parts/pager';
import { SelectField } from '../../parts/select-field';
import { EmptyState, QueryResult } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { TimeText } from '../../parts/time';
import { UndoDialog } from '../content';
import { stationEndpoints, useOwnVersions, useStations } from './api';
import styles from './stations.module.css';

/** As many as the service gives at once. */
const PAGE_SIZE = 50;

export default function StationsPage() {
  const [params, setParams] = useSearchParams();
  const directory = useDirectory();
  const [text, adcode] = [params.get('text') ?? '', params.get('adcode') ?? ''];
  const page = Math.max(1, Number(params.get('page') ?? 1));
  const stations = useStations({ text, adcode, after: String((page - 1) * PAGE_SIZE) });
  const set = (change: Record<string, string>): void => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(change)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setParams(next, { replace: true });
  };
  const districts = (directory.data?.districts ?? []).map((one) => ({ value: one.adcode, label: one.title }));
  return (
    <ConsolePage
      title="驿站名单"
      lead={stations.data && `${stations.data.total} 个驿站可以修改，改完手机上很快会更新。`}
      back={{ to: '/stations', label: '驿站反馈' }}
      actions={
        <>
          <LinkButton to="/stations/on-site">现场核对</LinkButton>
          <LinkButton to="/stations/candidates">待定信息</LinkButton>
          <LinkButton to="/stations/import">从表格导入</LinkButton>
          <LinkButton to="/stations/list/new" type="primary">
            新增驿站
          </LinkButton>
        </>
      }
    >
      <div className={styles.filters} role="search" aria-label="查找驿站">
        <Input.Search
          aria-label="名称或地址"
          placeholder="名称或地址"
          defaultValue={text}
          onSearch={(value) => set({ text: value.trim(), page: '' })}
          allowClear
          style={{ maxWidth: '20rem' }}
        />
        <SelectField
          aria-label="区县"
          placeholder="全部区县"
          options={districts}
          value={adcode}
          onChange={(value) => set({ adcode: value, page: '' })}
        />
      </div>
      <QueryResult of={stations} rows={6}>
        {({ stations: list, total }) =>
          list.length === 0 ? (
            <EmptyState title="没有找到驿站" />
          ) : (
            <>
              <DataTable
                caption="驿站"
                rows={list}
                rowKey={({ id }) => id}
                name="stations"
                isPart={total > list.length}
                columns={[
                  {
                    title: '名称',
                    sort: ({ title }) => title,
                    cell: ({ id, title }) => <Link to={`/stations/list/${id}`}>{title}</Link>,
                  },
                  { title: '类型', sort: ({ kind }) => kindLabel(kind), cell: ({ kind }) => kindLabel(kind) },
                  {
                    title: '地址',
                    sort: ({ address }) => address || null,
                    cell: ({ adcode: at, address }) =>
                      [at && districtLabel(directory.data, at), address].filter(Boolean).join(' '),
                  },
                  {
                    title: '开放时间',
                    deskOnly: true,
                    sort: ({ hours }) => hours,
                    cell: ({ hours }) => hours ?? '未填写',
                  },
                  {
                    title: '位置',
                    sort: ({ hasPosition }) => Number(hasPosition),
                    cell: ({ hasPosition }) => (
                      <StatusTag tone={hasPosition ? 'good' : 'quiet'}>{hasPosition ? '有' : '没有'}</StatusTag>
                    ),
                  },
                  {
                    title: '核实',
                    sort: ({ verifiedAt }) => verifiedAt,
                    cell: ({ verifiedAt }) => verifiedAt ?? '未核实',
                  },
                ]}
              />
              <Pagination page={page} size={PAGE_SIZE} total={total} go={(to) => set({ page: String(to) })} />
            </>
          )
        }
      </QueryResult>
      <OwnVersions />
    </ConsolePage>
  );
}

const kindLabel = (kind: string): string => {
  const known = stationKinds.find((one) => one === kind);
  return known ? kindLabels[known].label : kind;
};

/** What one imported or changed oneself; each can be taken back. */
function OwnVersions() {
  const versions = useOwnVersions();
  const [undoing, setUndoing] = useState<number | null>(null);
  return (
    <PageSection title="我发布的改动">
      <QueryResult of={versions} rows={2}>
        {({ versions: list }) =>
          list.length === 0 ? (
            <p className="quiet">你还没有导入或修改过驿站。</p>
          ) : (
            <DataTable
              caption="我发布的改动"
              rows={list.slice(0, PAGE_SIZE)}
              rowKey={({ version }) => String(version)}
              columns={[
                { title: '改动', cell: ({ note }) => note },
                { title: '个数', cell: ({ changed }) => changed['stations'] ?? 0, number: true },
                { title: '时间', cell: ({ publishedAt }) => <TimeText at={publishedAt} /> },
                {
                  title: '操作',
                  actions: true,
                  cell: ({ version, undoneBy, undoable, note }) => {
                    if (undoneBy !== null) return <StatusTag tone="quiet">已撤回</StatusTag>;
                    if (!undoable) return <StatusTag tone="quiet">没有可撤回的改动</StatusTag>;
                    return (
                      <Button onClick={() => setUndoing(version)} aria-label={`撤回“${note}”`}>
                        撤回
                      </Button>
                    );
                  },
                },
              ]}
            />
          )
        }
      </QueryResult>
      {undoing !== null && (
        <UndoDialog
          version={undoing}
          endpoint={stationEndpoints.undo(undoing)}
          stale={['stations', 'reports']}
          close={() => setUndoing(null)}
        />
      )}
    </PageSection>
  );
}
