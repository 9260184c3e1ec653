/** The union's texts for cancellations: whoever cancels chooses one and changes it before it goes out. */
import { Form, Input } from 'antd';
import {
  CancellationTemplateInput,
  CancellationTemplatesWire,
  CancellationTemplateWire,
  MAX_CANCELLATION_LENGTH,
} from '@yugong/domain/session/staff-wire';
import { describeError } from '../../api/api-error';
import { callApi } from '../../api/client';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { MeanwhileNotice, useMeanwhile, type ReadValues } from '../../parts/meanwhile';
import { Callout } from '../../parts/notice';
import { schemaRule } from '../../parts/schema-rule';
import { TemplateListPage } from '../../parts/template-list-page';
import { sessionEndpoints, useCancellationTemplates } from './api';

export default function CancellationTemplatesPage() {
  return (
    <TemplateListPage
      title="常用取消说明"
      lead="取消场次或代为取消报名时可以选用，发出前可以修改。同事都可以使用。"
      back={{ to: '/sessions', label: '场次' }}
      noun="说明"
      templates={useCancellationTemplates()}
      column={{ title: '内容', cell: ({ text }) => text }}
      removal={(id) => sessionEndpoints.removeTemplate(id)}
      stale="cancellation-templates"
      dialog={(edited, close) => <TemplateDialog template={edited} close={close} />}
    />
  );
}

interface TemplateFormValues {
  title: string;
  text: string;
}

const fieldLabels = { title: '名称', text: '内容' } as const satisfies Record<keyof TemplateFormValues, string>;

/** The template as it is now. @throws where it is gone */
async function loadTemplate(id: string): Promise<ReadValues<TemplateFormValues>> {
  const { templates } = await callApi('GET /cancellation-templates', { answer: CancellationTemplatesWire });
  const template = templates.find((one) => one.id === id);
  if (!template) throw new Error('the template is gone');
  return { values: { title: template.title, text: template.text }, version: template.version };
}

function TemplateDialog({ template, close }: { template: CancellationTemplateWire | 'new'; close: () => void }) {
  const [form] = Form.useForm<TemplateFormValues>();
  const save = useWrite(CancellationTemplateWire, { stale: ['cancellation-templates'], done: close });
  const isNew = template === 'new';
  const start = isNew ? { title: '', text: '' } : { title: template.title, text: template.text };
  const meanwhile = useMeanwhile({
    form,
    read: { values: start, version: isNew ? 0 : template.version },
    load: () => loadTemplate(isNew ? '' : template.id),
    labels: fieldLabels,
    rebased: () => undefined,
  });
  return (
    <Dialog
      title={isNew ? '新增说明' : '修改说明'}
      okText="保存"
      cancelText="取消"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={save.isPending}
    >
      {save.error && meanwhile.changes.length === 0 && <Callout tone="bad">{describeError(save.error)}</Callout>}
      <MeanwhileNotice
        meanwhile={meanwhile}
        labels={fieldLabels}
        say={(_field, value) => String(value === '' ? '未填' : value)}
      />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={start}
        onFinish={({ title, text }) =>
          save.mutate(
            {
              endpoint: isNew ? sessionEndpoints.addTemplate : sessionEndpoints.editTemplate(template.id),
              body: { title, text, ...(isNew ? {} : { seen: meanwhile.seen() }) },
            },
            { onError: (error) => void meanwhile.catches(error) },
          )
        }
      >
        <Form.Item name="title" label="名称" rules={[schemaRule(CancellationTemplateInput.entries.title)]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          name="text"
          label="内容"
          extra="说明原因、后续安排和联系方式。不要写具体个人的情况"
          rules={[schemaRule(CancellationTemplateInput.entries.text)]}
        >
          <Input.TextArea rows={4} maxLength={MAX_CANCELLATION_LENGTH} showCount />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
