/** The dialog that sets a report's state and the reply to its sender. */
import { Form, Input, Radio } from 'antd';
import { Text } from '@yugong/domain/identity';
import { moveReport, reportLabels, type ReportState } from '@yugong/domain/report';
import { ReportMovedWire, type StaffReportWire } from '@yugong/domain/report/staff-wire';
import { describeError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { Callout } from '../../parts/notice';
import { schemaRule } from '../../parts/schema-rule';
import { useToast } from '../../parts/use-toast';
import { stationEndpoints } from './api';

const nextStates: { value: ReportState; label: string }[] = [
  { value: 'confirmed', label: '情况属实，在处理' },
  { value: 'fixed', label: '处理好了' },
  { value: 'declined', label: '去看过，不是这样' },
];

/** The states that a report can move to from its present one. */
const nextStatesFrom = (state: ReportState) => nextStates.filter(({ value }) => moveReport(state, value, '话').ok);

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
      done('记下了，报的人会看到');
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
      title={`有人说“${reportLabels[report.kind]}”`}
      okText="记下"
      cancelText="先不"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={move.isPending}
    >
      {move.error && <Callout tone="bad">{describeError(move.error)}</Callout>}
      {report.note && <p>{report.note}</p>}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item name="to" label="查下来怎样" rules={[{ required: true, message: '请选一个' }]}>
          <Radio.Group options={nextStatesFrom(report.state)} />
        </Form.Item>
        <Form.Item
          name="reply"
          label={mustSay ? '跟报的人说什么' : '跟报的人说什么（可不填）'}
          extra="报的人在手机上能看到"
          rules={[
            { required: mustSay, whitespace: true, message: '不是这样，要告诉报的人为什么' },
            schemaRule(Text(300), true),
          ]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={300} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
