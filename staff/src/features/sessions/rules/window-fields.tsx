/** Fields for the days on which the programme runs, and for each district's quota. */
import { Form, Input, InputNumber } from 'antd';
import { Quota, Window } from '@yugong/domain/screening';
import { useDirectory } from '../../../api/directory';
import { schemaRule } from '../../../parts/schema-rule';
import { SelectField } from '../../../parts/select-field';
import { FormRows } from './rows';
import form from '../form.module.css';

const MAX_WINDOWS = 40;
const { from, to } = Window.entries;

export const WindowRows = () => (
  <FormRows
    name={['rules', 'windows']}
    itemLabel="办理时段"
    add="添加办理时段"
    blank={{ from: '', to: '' }}
    max={MAX_WINDOWS}
  >
    {(at) => (
      <div className={form.pair}>
        <Form.Item name={[at, 'from']} label="开始日期" rules={[schemaRule(from)]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name={[at, 'to']} label="结束日期" rules={[schemaRule(to)]}>
          <Input type="date" />
        </Form.Item>
      </div>
    )}
  </FormRows>
);

export function QuotaRows() {
  const places = useDirectory();
  const districts = (places.data?.districts ?? []).map(({ adcode, title }) => ({ value: adcode, label: title }));
  return (
    <FormRows
      name={['rules', 'quotas']}
      itemLabel="名额"
      add="添加区县名额"
      blank={{ adcode: '', places: null }}
      max={60}
    >
      {(at) => (
        <div className={form.pair}>
          <Form.Item name={[at, 'adcode']} label="区县" rules={[schemaRule(Quota.entries.adcode)]}>
            <SelectField placeholder="请选择" options={districts} />
          </Form.Item>
          <Form.Item name={[at, 'places']} label="名额数" rules={[schemaRule(Quota.entries.places)]}>
            <InputNumber min={1} max={100_000} precision={0} />
          </Form.Item>
        </div>
      )}
    </FormRows>
  );
}
