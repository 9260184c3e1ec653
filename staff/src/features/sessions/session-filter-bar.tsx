/** Narrows the list of sessions: by words, state, days, kind and district; what is chosen often is kept under a name. */
import { Button, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import {
  SessionFilterInput,
  SessionFiltersWire,
  sessionFilterStates,
  type SessionFilterState,
} from '@yugong/domain/session/staff-wire';
import { describeError } from '../../api/api-error';
import { callApi, NoContent } from '../../api/client';
import { useDirectory } from '../../api/directory';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { Callout } from '../../parts/notice';
import { schemaRule } from '../../parts/schema-rule';
import { SelectField } from '../../parts/select-field';
import { useToast } from '../../parts/use-toast';
import { sessionEndpoints } from './api';
import { readFilters, writeFilters, type SessionFilters } from './session-filters';
import styles from './sessions.module.css';

const kinds = [
  { value: 'screening', label: '筛查' },
  { value: 'event', label: '活动' },
];
const spans = [
  { value: 'coming', label: '今天及以后' },
  { value: 'past', label: '已结束' },
];
const stateLabels: Record<SessionFilterState, string> = {
  draft: '草稿',
  upcoming: '未开始报名',
  open: '报名中',
  full: '已满',
  closed: '报名已截止',
  cancelled: '已取消',
  past: '已结束',
};
const states = sessionFilterStates.map((value) => ({ value, label: stateLabels[value] }));

interface Props {
  filters: SessionFilters;
  set: (some: Partial<SessionFilters>) => void;
}

export function SessionFilterBar({ filters, set }: Props) {
  const directory = useDirectory();
  const districts = (directory.data?.districts ?? []).map(({ adcode, title }) => ({ value: adcode, label: title }));
  const isNarrowed = Object.keys(writeFilters({ ...filters, after: '' })).length > 0;
  return (
    <>
      <div className={styles.filters} role="search" aria-label="筛选场次">
        <Input
          // The address may change it, by a kept filter or by going back.
          key={filters.q}
          aria-label="名称、地点或地址"
          placeholder="名称、地点或地址"
          allowClear
          defaultValue={filters.q}
          onPressEnter={({ currentTarget }) => set({ q: currentTarget.value.trim() })}
          onBlur={({ target }) => target.value.trim() !== filters.q && set({ q: target.value.trim() })}
        />
        <SelectField aria-label="时间" options={spans} value={filters.span} onChange={(span) => set({ span })} />
        <Input
          type="date"
          aria-label="从哪天"
          value={filters.from}
          onChange={({ target }) => set({ from: target.value })}
        />
        <Input
          type="date"
          aria-label="到哪天"
          value={filters.to}
          onChange={({ target }) => set({ to: target.value })}
        />
        <SelectField
          aria-label="状态"
          placeholder="全部状态"
          options={states}
          value={filters.state}
          onChange={(state) => set({ state })}
        />
        <SelectField
          aria-label="种类"
          placeholder="筛查和活动"
          options={kinds}
          value={filters.kind}
          onChange={(kind) => set({ kind })}
        />
        <SelectField
          aria-label="区县"
          placeholder="全部区县"
          options={districts}
          value={filters.adcode}
          onChange={(adcode) => set({ adcode })}
        />
        {isNarrowed && <Button onClick={() => set(readFilters(new URLSearchParams()))}>清空筛选</Button>}
      </div>
      <KeptFilters filters={filters} set={set} isNarrowed={isNarrowed} />
    </>
  );
}

/** The filters that one has kept, and the way to keep the present ones. */
function KeptFilters({ filters, set, isNarrowed }: Props & { isNarrowed: boolean }) {
  const [isNaming, setNaming] = useState(false);
  const { failed } = useToast();
  const kept = useQuery({
    queryKey: ['session-filters'],
    queryFn: ({ signal }) => callApi(sessionEndpoints.filters, { answer: SessionFiltersWire, signal }),
  });
  const drop = useWrite(NoContent, { stale: ['session-filters'] });
  const list = kept.data?.filters ?? [];
  const present = new URLSearchParams(writeFilters({ ...filters, after: '' })).toString();
  const current = list.find(({ query }) => query === present);
  if (list.length === 0 && !isNarrowed) return null;
  return (
    <Space wrap>
      {list.map(({ id, name, query }) => (
        <Button
          key={id}
          aria-pressed={query === present}
          type={query === present ? 'primary' : 'default'}
          onClick={() => set(readFilters(new URLSearchParams(query)))}
        >
          {name}
        </Button>
      ))}
      {isNarrowed && !current && <Button onClick={() => setNaming(true)}>保存这组筛选</Button>}
      {current && (
        <Button
          loading={drop.isPending}
          onClick={() => drop.mutate({ endpoint: sessionEndpoints.dropFilter(current.id) }, { onError: failed })}
        >
          {`删除“${current.name}”`}
        </Button>
      )}
      {isNaming && <KeepDialog query={present} close={() => setNaming(false)} />}
    </Space>
  );
}

function KeepDialog({ query, close }: { query: string; close: () => void }) {
  const [form] = Form.useForm<{ name: string }>();
  const keep = useWrite(SessionFiltersWire, { stale: ['session-filters'], done: close });
  return (
    <Dialog
      title="保存这组筛选"
      okText="保存"
      cancelText="暂不"
      confirmLoading={keep.isPending}
      onCancel={close}
      onOk={form.submit}
    >
      {keep.error && <Callout tone="bad">{describeError(keep.error)}</Callout>}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ name }) => keep.mutate({ endpoint: sessionEndpoints.keepFilter, body: { name, query } })}
      >
        <Form.Item
          name="name"
          label="名称"
          extra="只有自己看得到；同名的会换成新的"
          rules={[schemaRule(SessionFilterInput.entries.name)]}
        >
          <Input maxLength={20} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
