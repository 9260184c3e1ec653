/** What a session says of itself: what, where, when, until when one can sign up. */
import { Form, Input, InputNumber } from 'antd';
import { Text } from '@yugong/domain/identity';
import { usePlaces } from '../../api/places';
import { Choice } from '../../parts/choice';
import { rule } from '../../parts/schema-rule';
import { useProgrammes } from './lines';
import styles from './form.module.css';

const When = ({ name, label, extra }: { name: string; label: string; extra?: string }) => (
  <Form.Item name={name} label={label} extra={extra} rules={[{ required: true, message: '请填时间' }]}>
    <Input type="datetime-local" step={300} />
  </Form.Item>
);

interface Props {
  /** A new one chooses its programme and its size; afterwards the size has a page of its own. */
  isNew: boolean;
}

export function SessionFields({ isNew }: Props) {
  const places = usePlaces();
  const programmes = useProgrammes();
  const districts = (places.data?.districts ?? []).map(({ adcode, title }) => ({ value: adcode, label: title }));
  const mine = (programmes.data?.programmes ?? []).map(({ id, title }) => ({ value: id, label: title }));
  return (
    <>
      {isNew && (
        <Form.Item name="programmeId" label="属于哪个项目" rules={[{ required: true, message: '请选项目' }]}>
          <Choice placeholder="请选择" options={mine} />
        </Form.Item>
      )}
      <Form.Item name="title" label="名称" extra="职工第一眼看到的" rules={[rule(Text(60))]}>
        <Input maxLength={60} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="adcode" label="区县" rules={[{ required: true, message: '请选区县' }]}>
          <Choice placeholder="请选择" options={districts} />
        </Form.Item>
        <Form.Item name="place" label="地点" extra="写到门口：几号楼几层" rules={[rule(Text(120))]}>
          <Input maxLength={120} />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <When name="startsAt" label="几点开始" />
        <When name="endsAt" label="几点结束" />
      </div>
      <div className={styles.pair}>
        <When name="opensAt" label="几时开始报名" />
        <When name="closesAt" label="几时截止报名" />
      </div>
      <When name="cancelUntil" label="几时之前可以自己取消或改期" />
      {isNew && (
        <div className={styles.pair}>
          <Form.Item name="capacity" label="名额" rules={[{ required: true, message: '请填名额' }]}>
            <InputNumber min={1} max={20_000} precision={0} />
          </Form.Item>
          <Form.Item
            name="waitlistSize"
            label="候补最多几人"
            extra="填 0 就不候补"
            rules={[{ required: true, message: '请填人数' }]}
          >
            <InputNumber min={0} max={20_000} precision={0} />
          </Form.Item>
        </div>
      )}
      <Form.Item name="note" label="提醒（可不填）" extra="比如：从侧门进，带身份证" rules={[rule(Text(400), true)]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={400} />
      </Form.Item>
    </>
  );
}
