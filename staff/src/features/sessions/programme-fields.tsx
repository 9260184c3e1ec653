/** A programme's fields; those of a screening apart. */
import { Checkbox, Form, Input, InputNumber, Radio } from 'antd';
import { Text } from '@yugong/domain/identity';
import { personFieldNames, personFields } from '@yugong/domain/person';
import { useMe } from '../../api/me';
import { usePlaces } from '../../api/places';
import { Choice } from '../../parts/choice';
import { rule } from '../../parts/schema-rule';
import styles from './form.module.css';

const kinds = [
  { value: 'screening', label: '筛查' },
  { value: 'event', label: '活动' },
];
const personal = personFieldNames.map((value) => {
  const { label, organiserNote, isAlwaysAsked } = personFields[value];
  return { value, label: organiserNote ? `${label}（${organiserNote}）` : label, disabled: isAlwaysAsked };
});

export function ProgrammeFields({ isNew }: { isNew: boolean }) {
  const me = useMe();
  const places = usePlaces();
  const districts = (places.data?.districts ?? []).map(({ adcode, title }) => ({ value: adcode, label: title }));
  const unions = (places.data?.organisations ?? []).map(({ id, title }) => ({ value: id, label: title }));
  return (
    <>
      {isNew && (
        <Form.Item name="kind" label="种类">
          <Radio.Group options={kinds} />
        </Form.Item>
      )}
      <Form.Item name="title" label="名称" rules={[rule(Text(60))]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="summary" label="一两句话说清楚" rules={[rule(Text(400))]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={400} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="organiser" label="主办" rules={[rule(Text(60))]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="adcode" label="哪个区县的">
          <Choice placeholder={me.districts ? '请选择' : '全市'} options={districts} />
        </Form.Item>
      </div>
      {me.organisation === null && isNew && (
        <Form.Item name="organisation" label="归哪个工会" rules={[{ required: true, message: '请选工会' }]}>
          <Choice placeholder="请选择" options={unions} />
        </Form.Item>
      )}
      <Form.Item name="fields" label="报名要填什么" extra="越少越好；有人报名后不能再改">
        <Checkbox.Group options={personal} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="limitPerPerson" label="一个人最多报几场" extra="空着就不限">
          <InputNumber min={1} max={50} precision={0} />
        </Form.Item>
        <Form.Item name="offerMinutes" label="空出名额，给候补留几分钟" extra="空着就直接补上">
          <InputNumber min={1} max={10_080} precision={0} />
        </Form.Item>
      </div>
    </>
  );
}

export function TeamFields() {
  return (
    <div className={styles.pair}>
      <Form.Item name="teamMin" label="按队报名，一队最少几人" extra="连领队在内；空着就一个人一个人报">
        <InputNumber min={2} max={50} precision={0} />
      </Form.Item>
      <Form.Item name="teamMax" label="最多几人">
        <InputNumber min={2} max={50} precision={0} />
      </Form.Item>
    </div>
  );
}
