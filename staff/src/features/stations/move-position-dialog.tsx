/** The dialog in which a clerk gives a proposed position's right place, and accepts that. */
import { Form, Input } from 'antd';
import type { StaffCandidateWire } from '@yugong/domain/station-candidate/staff-wire';
import { Dialog } from '../../parts/dialog';
import { SelectField } from '../../parts/select-field';
import { datums, readPair } from './station-form-values';

interface Values {
  position: string;
  datum: 'GCJ02' | 'BD09' | 'WGS84';
}

interface Props {
  candidate: StaffCandidateWire;
  isBusy: boolean;
  accept: (moved: { lng: number; lat: number; datum: Values['datum'] }) => void;
  close: () => void;
}

export function MovePositionDialog({ candidate: { station, proposal }, isBusy, accept, close }: Props) {
  const [form] = Form.useForm<Values>();
  const position = proposal.field === 'position' ? `${proposal.value.lng}, ${proposal.value.lat}` : '';
  const initialValues: Values = { position, datum: 'GCJ02' };
  return (
    <Dialog
      title={`“${station?.title ?? ''}”在哪里`}
      okText="采用这个位置"
      cancelText="取消"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={isBusy}
    >
      <p>{station?.address}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initialValues}
        onFinish={({ position: text, datum }) => {
          const pair = readPair(text);
          if (pair) accept({ ...pair, datum });
        }}
      >
        <Form.Item
          name="position"
          label="位置"
          extra="从地图上复制经度和纬度，例如 106.5516, 29.5630"
          rules={[
            {
              validator: (_rule: unknown, text: string) =>
                readPair(text) ? Promise.resolve() : Promise.reject(new Error('没看懂，请写成 106.5516, 29.5630')),
            },
          ]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="datum" label="从哪种地图上复制的">
          <SelectField options={datums} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
