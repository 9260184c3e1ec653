/** The fields of a station, in the order in which one stands before its door. */
import { Checkbox, Form, Input, Radio } from 'antd';
import { useDeferredValue } from 'react';
import { picturePath } from '@yugong/domain/picture';
import {
  entryLabels,
  entryWays,
  facilities,
  facilityLabels,
  kindLabels,
  stationKinds,
} from '@yugong/domain/station/vocabulary';
import { useDirectory } from '../../api/directory';
import { SelectField } from '../../parts/select-field';
import { useHoursSaid } from './api';
import { datums, readPair, type StationFormValues } from './station-form-values';
import styles from './stations.module.css';

const kindOptions = stationKinds.map((kind) => ({ value: kind, label: kindLabels[kind].label }));
const anyoneOptions = [
  { value: 'yes', label: '能，不用买东西，不看证件' },
  { value: 'no', label: '不能，有条件' },
  { value: 'unknown', label: '不清楚' },
];

export function StationFields({ isNew, pictures = [] }: { isNew: boolean; pictures?: readonly string[] | undefined }) {
  const { data } = useDirectory();
  const districts = (data?.districts ?? []).map(({ adcode, title }) => ({ value: adcode, label: title }));
  return (
    <>
      <Form.Item name="title" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
        <Input maxLength={60} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="kind" label="类型">
          <SelectField options={kindOptions} />
        </Form.Item>
        <Form.Item name="adcode" label="区县" rules={[{ required: true, message: '请选择区县' }]}>
          <SelectField options={districts} placeholder="请选择" />
        </Form.Item>
        <Form.Item name="street" label="街道（选填）">
          <Input maxLength={40} placeholder="例如 大阳沟街道" />
        </Form.Item>
        <Form.Item name="floor" label="楼层（选填）">
          <Input maxLength={30} placeholder="例如 2 楼、负一楼电梯旁" />
        </Form.Item>
      </div>
      <Form.Item name="address" label="地址" extra="写到门牌或认得出的地方">
        <Input maxLength={200} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item
          name="position"
          label="位置（选填）"
          extra="从地图上复制经度和纬度，例如 106.5516, 29.5630"
          rules={[
            {
              validator: (_rule: unknown, text: string) =>
                readPair(text) === undefined
                  ? Promise.reject(new Error('没看懂，请写成 106.5516, 29.5630'))
                  : Promise.resolve(),
            },
          ]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="datum" label="从哪种地图上复制的">
          <SelectField options={datums} />
        </Form.Item>
      </div>
      <HoursField isNew={isNew} />
      <Form.Item name="hoursNote" label="时间说明（选填）" extra="时间以外要说的，例如 高温期间延长">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="anyoneMayEnter" label="谁都能进吗">
        <Radio.Group options={anyoneOptions} />
      </Form.Item>
      <Form.Item name="entry" label="进门方式">
        <Checkbox.Group options={entryWays.map((way) => ({ value: way, label: entryLabels[way] }))} />
      </Form.Item>
      <Form.Item name="access" label="进门说明（选填）">
        <Input maxLength={200} placeholder="例如 晚上十点后走侧门" />
      </Form.Item>
      <Form.Item name="facilities" label="设施">
        <Checkbox.Group options={facilities.map((one) => ({ value: one, label: facilityLabels[one] }))} />
      </Form.Item>
      {pictures.length > 0 && (
        <Form.Item name="pictures" label="照片" extra="不勾的，发布以后不再显示，一周后删除">
          <Checkbox.Group
            options={pictures.map((id, at) => ({
              value: id,
              label: <img className={styles.door} src={picturePath(id)} alt={`照片 ${at + 1}`} loading="lazy" />,
            }))}
          />
        </Form.Item>
      )}
      <div className={styles.pair}>
        <Form.Item name="phone" label="电话（选填）" extra="会公开，请写单位电话">
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="aliases" label="别名（选填）" extra="大家还怎么叫它，用顿号隔开">
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <Form.Item name="note" label="备注（选填）">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  );
}

/** Hours as a clerk writes them; what was understood is said back below as she types. */
function HoursField({ isNew }: { isNew: boolean }) {
  const form = Form.useFormInstance<StationFormValues>();
  const typed: string = Form.useWatch('hours', form) ?? '';
  const text = useDeferredValue(typed);
  const { data } = useHoursSaid(text);
  const isEmpty = typed.trim() === '';
  return (
    <>
      <Form.Item
        name="hours"
        label="开放时间"
        extra={
          <span role="status">
            {isEmpty &&
              '例如 周一至周五 9:00-18:00；周六 10:00-16:00；节假日休息。不知道就空着，手机上会写“开放时间不详”'}
            {!isEmpty && data?.hours && `读作：${data.hours}`}
            {!isEmpty && data?.fault && `没看懂：${data.fault.message}。${data.fault.expected}`}
            {!isEmpty && data?.notes.map((note) => `。${note}`)}
          </span>
        }
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      {!isNew && (
        <Form.Item name="hoursChecked" valuePropName="checked">
          <Checkbox>开放时间今天核对过，仍然有效</Checkbox>
        </Form.Item>
      )}
    </>
  );
}
