/** A union's usual replies: listed, and the dialog for one's name, topic and text. */
import { Form, Input } from 'antd';
import { Text } from '@yugong/domain/text';
import { TemplatesWire, TemplateWire } from '@yugong/domain/legal-aid/staff-wire';
import { legalAidTopicLabels } from '@yugong/domain/legal-aid/words';
import { describeError } from '../../api/api-error';
import { callApi } from '../../api/client';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { MeanwhileNotice, useMeanwhile, type ReadValues } from '../../parts/meanwhile';
import { Callout } from '../../parts/notice';
import { schemaRule } from '../../parts/schema-rule';
import { SelectField } from '../../parts/select-field';
import { TemplateListPage } from '../../parts/template-list-page';
import { legalAidEndpoints, useTemplates } from './api';

export default function TemplatesPage() {
  return (
    <TemplateListPage
      title="常用答复"
      lead="写好后同事都可以使用，发送前可以修改。"
      back={{ to: '/legal-aid', label: '法律援助' }}
      noun="答复"
      templates={useTemplates()}
      column={{ title: '适用类型', cell: ({ topic }) => (topic ? legalAidTopicLabels[topic] : '全部类型') }}
      removal={(id) => legalAidEndpoints.template('DELETE', id)}
      stale="legal-aid"
      dialog={(edited, close) => <TemplateDialog template={edited} close={close} />}
    />
  );
}

const topics = Object.entries(legalAidTopicLabels).map(([value, label]) => ({ value, label }));

interface TemplateFormValues {
  title: string;
  topic: string;
  text: string;
}

const fieldLabels = { title: '名称', topic: '适用类型', text: '内容' } as const satisfies Record<
  keyof TemplateFormValues,
  string
>;

const toTemplateForm = (template: TemplateWire | 'new'): TemplateFormValues =>
  template === 'new'
    ? { title: '', topic: '', text: '' }
    : { title: template.title, topic: template.topic ?? '', text: template.text };

/** The template as it is now. @throws where it is gone */
async function loadTemplate(id: string): Promise<ReadValues<TemplateFormValues>> {
  const { templates } = await callApi('GET /legal-aid/templates', { answer: TemplatesWire });
  const template = templates.find((one) => one.id === id);
  if (!template) throw new Error('the template is gone');
  return { values: toTemplateForm(template), version: template.version };
}

function TemplateDialog({ template, close }: { template: TemplateWire | 'new'; close: () => void }) {
  const [form] = Form.useForm<TemplateFormValues>();
  const save = useWrite(TemplateWire, { stale: ['legal-aid'], done: close });
  const start = toTemplateForm(template);
  const meanwhile = useMeanwhile({
    form,
    read: { values: start, version: template === 'new' ? 0 : template.version },
    load: () => loadTemplate(template === 'new' ? '' : template.id),
    labels: fieldLabels,
    rebased: () => undefined,
  });
  const endpoint = template === 'new' ? legalAidEndpoints.addTemplate : legalAidEndpoints.template('PUT', template.id);
  return (
    <Dialog
      title={template === 'new' ? '新增答复' : '修改答复'}
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
        say={(field, value) =>
          (field === 'topic' ? topics.find((one) => one.value === value)?.label : undefined) ?? String(value || '未填')
        }
      />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={start}
        onFinish={({ title, topic, text }) =>
          save.mutate(
            {
              endpoint,
              body: {
                title,
                text,
                topic: topic || null,
                ...(template === 'new' ? {} : { seen: meanwhile.seen() }),
              },
            },
            { onError: (error) => void meanwhile.catches(error) },
          )
        }
      >
        <Form.Item name="title" label="名称" rules={[schemaRule(Text(40))]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="topic" label="适用类型">
          <SelectField placeholder="全部类型" options={topics} />
        </Form.Item>
        <Form.Item name="text" label="内容" extra="不要写具体个人的情况" rules={[schemaRule(Text(2000))]}>
          <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={2000} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
