/** A template's name, what it is for, and its text. */
import { Form, Input } from 'antd';
import { Text } from '@yugong/domain/identity';
import { TemplateWire } from '@yugong/domain/legal-aid/staff-wire';
import { legalAidTopicLabels } from '@yugong/domain/legal-aid/words';
import { sayError } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { Choice } from '../../parts/choice';
import { Dialog } from '../../parts/dialog';
import { Notice } from '../../parts/notice';
import { rule } from '../../parts/schema-rule';
import { lines } from './lines';

const topics = Object.entries(legalAidTopicLabels).map(([value, label]) => ({ value, label }));

interface Typed {
  title: string;
  topic: string;
  text: string;
}

export function TemplateDialog({ template, close }: { template: TemplateWire | 'new'; close: () => void }) {
  const [form] = Form.useForm<Typed>();
  const save = useWrite(TemplateWire, { stale: ['legal-aid'], done: close });
  const start = template === 'new' ? { title: '', topic: '', text: '' } : { ...template, topic: template.topic ?? '' };
  const line = template === 'new' ? lines.addTemplate : lines.template('PUT', template.id);
  return (
    <Dialog
      title={template === 'new' ? '新的答复' : '修改答复'}
      okText="保存"
      cancelText="取消"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={save.isPending}
    >
      {save.error && <Notice tone="bad">{sayError(save.error)}</Notice>}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={start}
        onFinish={({ title, topic, text }) => save.mutate({ line, body: { title, text, topic: topic || null } })}
      >
        <Form.Item name="title" label="名称" rules={[rule(Text(40))]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="topic" label="用在哪类事情">
          <Choice placeholder="所有事情" options={topics} />
        </Form.Item>
        <Form.Item name="text" label="内容" extra="不要写具体某个人的事" rules={[rule(Text(2000))]}>
          <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={2000} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
