/** The dialog that sets a report's state and the reply to its sender. */
import { Form, Input, Radio } from 'antd';
import { Text } from '@yugong/domain/identity';
import { transitionReport, type ReportState } from '@yugong/domain/report';
import { ReportMovedWire, type StaffReportWire } from '@yugong/domain/report/staff-wire';
import { reportKindLabels } from '@yugong/domain/report/words';
import { describeError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { Callout } from '../../parts/notice';
import { schemaRule } from '../../parts/schema-rule';
import { useToast } from '../../parts/use-toast';
import { stationEndpoints } from './api';

const nextStates: { value: ReportState; label: string }[] = [
  { value: 'confirmed', label: '情况属实，处理中' },
  { value: 'fixed', label: '已处理好' },
  { value: 'declined', label: '已核实，与实际不符' },
];

/** The states that a report can move to from its present one. */
const nextStatesFrom = (state: ReportState) =>
  nextStates.filter(({ value }) => transitionReport(state, value, '话').ok);

interface ReportFormValues {
  to: ReportState;
  reply?: string;
}

export function ReportDialog({ report, close }: { report: StaffReportWire; close: () => void }) {
  const [form] = Form.useForm<ReportFormValues>();
  const to = Form.useWatch('to', form);
  const { done } = useToast();
  const move = useWrite(ReportMovedWire, {
    stale: ['reports'],
    done: () => {
      done('已保存，反馈人可以看到');
      close();
    },
  });
  const send = ({ to: next, reply }: ReportFormValues): void =>
    move.mutate({
      endpoint: stationEndpoints.move(report.id),
      body: { to: next, ...(reply?.trim() ? { reply: reply.trim() } : {}) },
    });
  const mustSay = to === 'declined';
  return (
    <Dialog
      title={`反馈“${reportKindLabels[report.kind]}”`}
      okText="保存"
      cancelText="暂不"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={move.isPending}
    >
      {move.error && <Callout tone="bad">{describeError(move.error)}</Callout>}
      {report.note && <p>{report.note}</p>}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item name="to" label="核实结果" rules={[{ required: true, message: '请选择' }]}>
          <Radio.Group options={nextStatesFrom(report.state)} />
        </Form.Item>
        <Form.Item
          name="reply"
          label={mustSay ? '给反馈人的答复' : '给反馈人的答复（选填）'}
          extra="反馈人可以在手机上看到"
          rules={[
            { required: mustSay, whitespace: true, message: '与实际不符时，请说明原因' },
            schemaRule(Text(300), true),
          ]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={300} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
