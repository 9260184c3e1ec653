/** Lists of stations for volunteers: made for a day, with a link that is good for that day alone. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { dayAt } from '@yugong/domain/calendar';
import { MAX_STATIONS } from '@yugong/domain/on-site';
import { OnSiteListMadeWire, type StaffOnSiteListsWire } from '@yugong/domain/on-site/staff-wire';
import type { StaffStationsWire } from '@yugong/domain/station/staff-wire';
import { verificationOf } from '@yugong/domain/station/verification';
import { describeError } from '../../api/api-error';
import { useDirectory } from '../../api/directory';
import { useWrite } from '../../api/use-write';
import { Callout } from '../../parts/notice';
import { ConsolePage, PageSection } from '../../parts/page';
import { SelectField } from '../../parts/select-field';
import { EmptyState, QueryResult } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { onSiteEndpoints, useOnSiteLists, useStationsOf } from './on-site-requests';
import styles from './stations.module.css';

type ListRow = StaffOnSiteListsWire['lists'][number];

export default function OnSitePage() {
  const lists = useOnSiteLists();
  return (
    <ConsolePage
      title="现场核对"
      lead="选好驿站和日期，把链接发给志愿者，到门口点几下就好，不用登录。"
      back={{ to: '/stations/list', label: '驿站名单' }}
    >
      <PageSection title="新建名单">
        <NewList />
      </PageSection>
      <PageSection title="已有名单">
        <QueryResult of={lists} rows={3}>
          {({ lists: rows }) =>
            rows.length === 0 ? (
              <EmptyState title="还没有名单" />
            ) : (
              <DataTable
                caption="现场核对的名单"
                rows={rows}
                rowKey={({ id }) => id}
                columns={[
                  { title: '名称', cell: ({ id, title }) => <Link to={`/stations/on-site/${id}`}>{title}</Link> },
                  { title: '日期', cell: ({ day }) => day },
                  { title: '已核对', cell: ({ checkedCount, stationCount }) => `${checkedCount}/${stationCount}` },
                  { title: '待处理', cell: ({ openCount }) => openCount, number: true },
                  { title: '链接', cell: (row) => <LinkState row={row} /> },
                ]}
              />
            )
          }
        </QueryResult>
      </PageSection>
    </ConsolePage>
  );
}

function LinkState({ row: { revokedAt, day, sendUntil } }: { row: ListRow }) {
  if (revokedAt !== null) return <StatusTag tone="quiet">已停用</StatusTag>;
  if (Date.parse(sendUntil) <= Date.now()) return <StatusTag tone="quiet">已过期</StatusTag>;
  const isOver = day < dayAt(Date.now());
  return <StatusTag tone={isOver ? 'warn' : 'good'}>{isOver ? '只能上传' : '可用'}</StatusTag>;
}

/** Stations that a volunteer's look would tell something new of. */
const needsLook = ({ hasPosition, hours, verifiedAt }: StaffStationsWire['stations'][number]): boolean =>
  !hasPosition || hours === null || verificationOf(verifiedAt, null, dayAt(Date.now())).state !== 'verified';

const scopes = [
  { value: 'needed', label: '缺位置、缺时间或一年没核实的' },
  { value: 'all', label: '全部' },
];

function NewList() {
  const navigate = useNavigate();
  const directory = useDirectory();
  const today = dayAt(Date.now());
  const [adcode, setAdcode] = useState('');
  const [scope, setScope] = useState('needed');
  const stations = useStationsOf(adcode);
  const make = useWrite(OnSiteListMadeWire, {
    stale: ['on-site'],
    done: ({ id }) => void navigate(`/stations/on-site/${id}`),
  });
  const districts = (directory.data?.districts ?? []).map((one) => ({ value: one.adcode, label: one.title }));
  const district = districts.find(({ value }) => value === adcode)?.label ?? '';
  const chosen = (stations.data?.stations ?? [])
    .filter((one) => scope === 'all' || needsLook(one))
    .slice(0, MAX_STATIONS)
    .map(({ id }) => id);
  return (
    <Form
      key={adcode}
      layout="vertical"
      requiredMark={false}
      className={styles.form}
      initialValues={{ title: district && `${district}现场核对`, day: today }}
      onFinish={({ title, day }: { title: string; day: string }) =>
        make.mutate({ endpoint: onSiteEndpoints.make, body: { title, day, stations: chosen } })
      }
    >
      {make.error && <Callout tone="bad">{describeError(make.error)}</Callout>}
      <div className={styles.pair}>
        <Form.Item label="区县" htmlFor="on-site-district">
          <SelectField
            id="on-site-district"
            placeholder="请选择区县"
            options={districts}
            value={adcode}
            onChange={setAdcode}
          />
        </Form.Item>
        <Form.Item label="哪些驿站" htmlFor="on-site-scope">
          <SelectField id="on-site-scope" options={scopes} value={scope} onChange={setScope} />
        </Form.Item>
        <Form.Item name="title" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="day" label="日期" rules={[{ required: true, message: '请选择日期' }]}>
          <Input type="date" min={today} />
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit" disabled={chosen.length === 0} loading={make.isPending}>
        {adcode === '' ? '新建' : `新建（${chosen.length} 个驿站）`}
      </Button>
    </Form>
  );
}
