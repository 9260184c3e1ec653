/** On which days the programme runs, and how many places each district has. */
import { Form, Input, InputNumber } from 'antd';
import { Quota, Window } from '@yugong/domain/screening';
import { usePlaces } from '../../../api/places';
import { Choice } from '../../../parts/choice';
import { rule } from '../../../parts/schema-rule';
import { Rows } from './rows';
import form from '../form.module.css';

const MOST = 40;
const { from, to } = Window.entries;

export const WindowRows = () => (
  <Rows name={['rules', 'windows']} what="期限" add="加一段期限" blank={{ from: '', to: '' }} most={MOST}>
    {(at) => (
      <div className={form.pair}>
        <Form.Item name={[at, 'from']} label="第一天" rules={[rule(from)]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name={[at, 'to']} label="最后一天" rules={[rule(to)]}>
          <Input type="date" />
        </Form.Item>
      </div>
    )}
  </Rows>
);

export function QuotaRows() {
  const places = usePlaces();
  const districts = (places.data?.districts ?? []).map(({ adcode, title }) => ({ value: adcode, label: title }));
  return (
    <Rows name={['rules', 'quotas']} what="名额" add="加一个区县的名额" blank={{ adcode: '', places: null }} most={60}>
      {(at) => (
        <div className={form.pair}>
          <Form.Item name={[at, 'adcode']} label="区县" rules={[rule(Quota.entries.adcode)]}>
            <Choice placeholder="请选择" options={districts} />
          </Form.Item>
          <Form.Item name={[at, 'places']} label="多少个" rules={[rule(Quota.entries.places)]}>
            <InputNumber min={1} max={100_000} precision={0} />
          </Form.Item>
        </div>
      )}
    </Rows>
  );
}
