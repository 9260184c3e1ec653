/** The fields that every programme has; a screening's are apart. */
import { Checkbox, Form, Input, InputNumber, Radio } from 'antd';
import { Text } from '@yugong/domain/text';
import { personFieldNames, personFields } from '@yugong/domain/person';
import { useDirectory } from '../../api/directory';
import { useMe } from '../../api/me';
import { schemaRule } from '../../parts/schema-rule';
import { SelectField } from '../../parts/select-field';
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
  const directory = useDirectory();
  const districts = (directory.data?.districts ?? []).map(({ adcode, title }) => ({ value: adcode, label: title }));
  const unions = (directory.data?.organisations ?? []).map(({ id, title }) => ({ value: id, label: title }));
  return (
    <>
      {isNew && (
        <Form.Item name="kind" label="种类">
          <Radio.Group options={kinds} />
        </Form.Item>
      )}
      <Form.Item name="title" label="名称" rules={[schemaRule(Text(60))]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="summary" label="简介" rules={[schemaRule(Text(400))]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={400} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="organiser" label="主办" rules={[schemaRule(Text(60))]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="adcode" label="所属区县">
          <SelectField placeholder={me.districts ? '请选择' : '全市'} options={districts} />
        </Form.Item>
      </div>
      {me.organisation === null && isNew && (
        <Form.Item name="organisation" label="所属工会" rules={[{ required: true, message: '请选择工会' }]}>
          <SelectField placeholder="请选择" options={unions} />
        </Form.Item>
      )}
      <Form.Item name="fields" label="报名需填写的信息" extra="尽量少填；有人报名后不能修改">
        <Checkbox.Group options={personal} />
      </Form.Item>
      <Form.Item
        name="family"
        valuePropName="checked"
        extra="要填身份证号的项目才能代报；凭证上是家人的姓；家人留了手机号的，有变动时也通知本人"
      >
        <Checkbox>可以帮家人报名</Checkbox>
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="limitPerPerson" label="每人最多可报场数" extra="不填表示不限">
          <InputNumber min={1} max={50} precision={0} />
        </Form.Item>
        <Form.Item name="offerMinutes" label="候补确认时限（分钟）" extra="不填则直接递补">
          <InputNumber min={1} max={10_080} precision={0} />
        </Form.Item>
      </div>
      <Form.Item
        name="peopleLimit"
        label="同一账号、手机号或设备最多替几人报名"
        extra="防止囤占名额；一队算一人，不填表示不限"
      >
        <InputNumber min={1} max={50} precision={0} />
      </Form.Item>
      <Form.Item
        name="proof"
        valuePropName="checked"
        extra="需先开通短信验证码或微信手机号；验证前名额保留 15 分钟，逾期让给候补"
      >
        <Checkbox>报名时验证手机号</Checkbox>
      </Form.Item>
    </>
  );
}

export function TeamFields() {
  return (
    <div className={styles.pair}>
      <Form.Item name="teamMin" label="组队报名：每队最少人数" extra="含领队；不填表示个人报名">
        <InputNumber min={2} max={50} precision={0} />
      </Form.Item>
      <Form.Item name="teamMax" label="每队最多人数">
        <InputNumber min={2} max={50} precision={0} />
      </Form.Item>
    </div>
  );
}
