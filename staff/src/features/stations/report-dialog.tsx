/** The dialog that sets the state of a report, or of several, and the reply to its sender. */
import { Form, Input, Radio } from 'antd';
import { Text } from '@yugong/domain/text';
import { transitionReport, type ReportState } from '@yugong/domain/report';
import { ReportMovedWire, ReportsAnsweredWire, type StaffReportWire } from '@yugong/domain/report/staff-wire';
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

/** The states that every one of these can move to, or is in already. */
const nextStatesOf = (reports: readonly StaffReportWire[]) =>
  nextStates.filter(({ value }) =>
    reports.every(({ state }) => state === value || transitionReport(state, value, '话').ok),
  );

interface ReportFormValues {
  to: ReportState;
  reply?: string;
}

interface Props {
  /** At least one; several get one answer together. */
  reports: readonly StaffReportWire[];
  title: string;
  close: () => void;
}

export function ReportDialog({ reports, title, close }: Props) {
  const [form] = Form.useForm<ReportFormValues>();
  const to = Form.useWatch('to', form);
  const { done } = useToast();
  const [only, ...others] = reports;
  const isBulk = others.length > 0;
  const seen = Object.fromEntries(reports.map(({ id, state }) => [id, state]));
  const saved = {
    stale: ['reports'],
    done: () => {
      done(isBulk ? `已答复 ${reports.length} 条，反馈人打开应用可以看到` : '已保存，反馈人打开应用可以看到');
      close();
    },
  };
  const move = useWrite(ReportMovedWire, saved);
  const answer = useWrite(ReportsAnsweredWire, saved);
  const send = ({ to: next, reply }: ReportFormValues): void => {
    const said = reply?.trim() ? { reply: reply.trim() } : {};
    if (isBulk)
      answer.mutate({
        endpoint: stationEndpoints.answer,
        body: { ids: reports.map(({ id }) => id), to: next, ...said, seen },
      });
    else if (only)
      move.mutate({ endpoint: stationEndpoints.move(only.id), body: { to: next, ...said, seen: only.state } });
  };
  const error = move.error ?? answer.error;
  const mustSay = isBulk || to === 'declined';
  return (
    <Dialog
      title={title}
      okText="保存"
      cancelText="暂不"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={move.isPending || answer.isPending}
    >
      {error && <Callout tone="bad">{describeError(error)}</Callout>}
      {!isBulk && only?.note && <p>{only.note}</p>}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item name="to" label="核实结果" rules={[{ required: true, message: '请选择' }]}>
          <Radio.Group options={nextStatesOf(reports)} />
        </Form.Item>
        <Form.Item
          name="reply"
          label={mustSay ? '给反馈人的答复' : '给反馈人的答复（选填）'}
          extra={isBulk ? '每位反馈人都可以在手机上看到这一句' : '反馈人可以在手机上看到'}
          rules={[
            {
              required: mustSay,
              whitespace: true,
              message: isBulk ? '请写明答复' : '与实际不符时，请说明原因',
            },
            schemaRule(Text(300), true),
          ]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={300} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
