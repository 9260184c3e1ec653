/** The field for what people read where something is cancelled for them; a text that the union has ready is a start. */
import { Form, Input } from 'antd';
import { MAX_CANCELLATION_LENGTH } from '@yugong/domain/session/staff-wire';
import { Text } from '@yugong/domain/text';
import { schemaRule } from '../../parts/schema-rule';
import { SelectField } from '../../parts/select-field';
import { useCancellationTemplates } from './api';

interface Props {
  name: string;
  label: string;
  extra: string;
  rows: number;
}

/** Stands in a form of Ant's, whose field `name` it is. */
export function CancellationReason({ name, label, extra, rows }: Props) {
  const form = Form.useFormInstance();
  const templates = useCancellationTemplates().data?.templates ?? [];
  const begin = (id: string): void => {
    const chosen = templates.find((one) => one.id === id);
    if (!chosen) return;
    // The template is appended, so that nothing typed is lost.
    const before = String(form.getFieldValue(name) ?? '').trim();
    form.setFieldValue(name, before === '' ? chosen.text : `${before}\n${chosen.text}`);
  };
  return (
    <>
      {templates.length > 0 && (
        <Form.Item label="选用常用说明" htmlFor="cancellation-template">
          <SelectField
            id="cancellation-template"
            placeholder="选择后会添加到下方"
            options={templates.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={begin}
          />
        </Form.Item>
      )}
      <Form.Item name={name} label={label} extra={extra} rules={[schemaRule(Text(MAX_CANCELLATION_LENGTH))]}>
        <Input.TextArea rows={rows} maxLength={MAX_CANCELLATION_LENGTH} showCount />
      </Form.Item>
    </>
  );
}
