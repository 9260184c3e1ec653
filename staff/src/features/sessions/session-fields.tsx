/** A session's fields: what, where, when, and until when one can sign up. */
import { Form, Input, InputNumber } from 'antd';
import { venueEntries } from '@yugong/domain/session/staff-wire';
import { Text } from '@yugong/domain/text';
import { districtLabel, useDirectory } from '../../api/directory';
import { schemaRule } from '../../parts/schema-rule';
import { SelectField } from '../../parts/select-field';
import { useProgrammes } from './api';
import { PublicationFields } from './publication';
import styles from './form.module.css';

const DateTimeField = ({ name, label, extra }: { name: string; label: string; extra?: string }) => (
  <Form.Item name={name} label={label} extra={extra} rules={[{ required: true, message: '请填写时间' }]}>
    <Input type="datetime-local" step={300} />
  </Form.Item>
);

interface Props {
  /** A new session chooses its programme and size; later the size has a dialog of its own. */
  isNew: boolean;
}

export function SessionFields({ isNew }: Props) {
  const directory = useDirectory();
  const programmes = useProgrammes();
  const held: unknown = Form.useWatch('adcode');
  const current = (directory.data?.districts ?? []).map(({ adcode, title }) => ({ value: adcode, label: title }));
  // A session that stands in a dissolved district keeps it until somebody chooses today's.
  const districts = [
    ...(directory.data?.former ?? [])
      .filter(({ adcode }) => adcode === held)
      .map(({ adcode }) => ({ value: adcode, label: districtLabel(directory.data, adcode) })),
    ...current,
  ];
  const mine = (programmes.data?.programmes ?? []).map(({ id, title }) => ({ value: id, label: title }));
  return (
    <>
      {isNew && (
        <Form.Item name="programmeId" label="所属项目" rules={[{ required: true, message: '请选择项目' }]}>
          <SelectField placeholder="请选择" options={mine} />
        </Form.Item>
      )}
      <Form.Item name="title" label="名称" extra="职工最先看到的内容" rules={[schemaRule(Text(60))]}>
        <Input maxLength={60} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="adcode" label="区县" rules={[{ required: true, message: '请选择区县' }]}>
          <SelectField placeholder="请选择" options={districts} />
        </Form.Item>
        <Form.Item name="place" label="地点" extra="例如 渝中区妇幼保健院" rules={[schemaRule(Text(120))]}>
          <Input maxLength={120} />
        </Form.Item>
      </div>
      <Form.Item
        name="address"
        label="地址（选填）"
        extra="路名和门牌号，凭证和地图会用到"
        rules={[schemaRule(venueEntries.address, true)]}
      >
        <Input maxLength={120} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item
          name="floor"
          label="楼层（选填）"
          extra="例如 门诊楼 3 楼体检科"
          rules={[schemaRule(venueEntries.floor, true)]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          name="phone"
          label="电话（选填）"
          extra="对外公开的咨询电话，不要填个人手机号"
          rules={[schemaRule(venueEntries.phone, true)]}
        >
          <Input maxLength={40} inputMode="tel" />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <DateTimeField name="startsAt" label="开始时间" />
        <DateTimeField name="endsAt" label="结束时间" />
      </div>
      <div className={styles.pair}>
        <DateTimeField name="opensAt" label="报名开始" />
        <DateTimeField name="closesAt" label="报名截止" />
      </div>
      <DateTimeField name="cancelUntil" label="可自行取消或改期至" />
      {isNew && (
        <div className={styles.pair}>
          <Form.Item name="capacity" label="名额" rules={[{ required: true, message: '请填写名额' }]}>
            <InputNumber min={1} max={20_000} precision={0} />
          </Form.Item>
          <Form.Item
            name="waitlistSize"
            label="候补人数上限"
            extra="填 0 表示不设候补"
            rules={[{ required: true, message: '请填写人数' }]}
          >
            <InputNumber min={0} max={20_000} precision={0} />
          </Form.Item>
        </div>
      )}
      {isNew && <PublicationFields />}
      <Form.Item
        name="note"
        label="提醒（选填）"
        extra="例如：从侧门进，带身份证"
        rules={[schemaRule(Text(400), true)]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={400} />
      </Form.Item>
    </>
  );
}
