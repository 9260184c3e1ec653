/** What became of a report, and what its sender is told. */
import { Form, Input, Radio } from 'antd';
import { Text } from '@yugong/domain/identity';
import { moveReport, type ReportState } from '@yugong/domain/report';
import { reportKindLabels } from '@yugong/domain/report/words';
import { ReportMovedWire, type StaffReportWire } from '@yugong/domain/report/staff-wire';
import { sayError } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { Notice } from '../../parts/notice';
import { rule } from '../../parts/schema-rule';
import { useSaid } from '../../parts/use-said';
import { lines } from './lines';

const ways: { value: ReportState; label: string }[] = [
  { value: 'confirmed', label: '情况属实，在处理' },
  { value: 'fixed', label: '处理好了' },
  { value: 'declined', label: '去看过，不是这样' },
];

/** Those that lead on from where it is. */
const waysFrom = (state: ReportState) => ways.filter(({ value }) => moveReport(state, value, '话').ok);

interface Typed {
  to: ReportState;
  reply?: string;
}

export function ReportDialog({ report, close }: { report: StaffReportWire; close: () => void }) {
  const [form] = Form.useForm<Typed>();
  const to = Form.useWatch('to', form);
  const { done } = useSaid();
  const move = useWrite(ReportMovedWire, {
    stale: ['reports'],
    done: () => {
      done('已保存，报的人打开应用能看到');
      close();
    },
  });
  const send = ({ to: next, reply }: Typed): void =>
    move.mutate({ line: lines.move(report.id), body: { to: next, ...(reply?.trim() ? { reply: reply.trim() } : {}) } });
  const mustSay = to === 'declined';
  return (
    <Dialog
      title={`有人说“${reportKindLabels[report.kind]}”`}
      okText="记下"
      cancelText="先不"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={move.isPending}
    >
      {move.error && <Notice tone="bad">{sayError(move.error)}</Notice>}
      {report.note && <p>{report.note}</p>}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item name="to" label="查下来怎样" rules={[{ required: true, message: '请选一个' }]}>
          <Radio.Group options={waysFrom(report.state)} />
        </Form.Item>
        <Form.Item
          name="reply"
          label={mustSay ? '跟报的人说什么' : '跟报的人说什么（可不填）'}
          extra="报的人在手机上能看到"
          rules={[{ required: mustSay, whitespace: true, message: '请写明为什么不是这样' }, rule(Text(300), true)]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={300} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
