/** The dialog that corrects a record's texts; what is typed is stored as a draft, and other fields stay as they were read. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { DraftWire, type DraftEntryWire } from '@yugong/domain/publication/wire';
import { ApiError, describeError, describeFieldFault } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { useFormDraft } from '../../parts/form-draft';
import { Callout } from '../../parts/notice';
import { useToast } from '../../parts/use-toast';
import { contentEndpoints } from './api';
import { editableTexts, mergeTexts } from './editable-texts';
import { describeRecordFault, fieldLabel } from './labels';

type Texts = Record<string, string>;

interface Props {
  draftId: string;
  entry: DraftEntryWire;
  close: () => void;
}

export function EditDialog({ draftId, entry, close }: Props) {
  const [form] = Form.useForm<Texts>();
  const draft = useFormDraft<Texts>(`entry.${draftId}.${entry.id}`);
  const [unsaved, setUnsaved] = useState(draft.read);
  const { done } = useToast();
  const save = useWrite(DraftWire, {
    stale: ['content'],
    done: () => {
      draft.drop();
      done('已保存，尚未发布');
      close();
    },
  });
  const [seen] = useState(entry.recordVersion);
  const texts = editableTexts(entry.record);
  const send = (typed: Texts): void =>
    save.mutate({
      endpoint: contentEndpoints.edit(draftId, entry.id),
      body: { record: mergeTexts(entry.record, typed), seen },
    });
  const startOver = (): void => {
    draft.drop();
    setUnsaved(null);
    form.setFieldsValue(texts);
  };
  // A field of several types is reported once for each of them, but shown once.
  const found = save.error instanceof ApiError ? save.error.errors : [];
  const faults = [...new Map(found.map((fault) => [fault.pointer, fault])).values()];
  return (
    <Dialog
      width="44rem"
      title={entry.title}
      okText="保存"
      cancelText="暂不修改"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={save.isPending}
    >
      {save.error && (
        <Callout tone="bad" title={describeError(save.error)}>
          {faults.map((fault) => (
            <p key={fault.pointer}>
              {describeRecordFault(fault.pointer.split('/').slice(2).join('.'), describeFieldFault(fault))}
            </p>
          ))}
        </Callout>
      )}
      {unsaved && (
        <Callout tone="warn" title="已恢复上次未保存的修改">
          <Button size="small" onClick={startOver}>
            放弃，重新修改
          </Button>
        </Callout>
      )}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...texts, ...unsaved }}
        onFinish={send}
        // Stored with every key, so that closing by mistake or an expired sign-in loses nothing.
        onValuesChange={(_, typed) => draft.save(typed)}
      >
        {Object.keys(texts).map((field) => (
          <Form.Item key={field} name={field} label={fieldLabel(field)}>
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 14 }} />
          </Form.Item>
        ))}
      </Form>
    </Dialog>
  );
}
