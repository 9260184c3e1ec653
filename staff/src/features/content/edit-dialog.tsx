/** Correcting a record: its texts as texts, kept while they are typed; what is not text stays as it was read. */
import { Button, Form, Input } from 'antd';
import { useRef, useState } from 'react';
import { DraftWire, type DraftEntryWire } from '@yugong/domain/publication/wire';
import { Refusal, sayError, sayFault } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { draftOf } from '../../parts/draft';
import { Notice } from '../../parts/notice';
import { useSaid } from '../../parts/use-said';
import { editableOf, mergedRecord } from './edit';
import { lines } from './lines';
import { sayField } from './words';

type Texts = Record<string, string>;

interface Props {
  draftId: string;
  entry: DraftEntryWire;
  close: () => void;
}

export function EditDialog({ draftId, entry, close }: Props) {
  const [form] = Form.useForm<Texts>();
  const kept = useRef(draftOf<Texts>(`entry.${draftId}.${entry.id}`)).current;
  const [unsaved, setUnsaved] = useState(kept.read);
  const { done } = useSaid();
  const save = useWrite(DraftWire, {
    stale: ['content'],
    done: () => {
      kept.drop();
      done('改好了，还没发布');
      close();
    },
  });
  const texts = editableOf(entry.record);
  const send = (typed: Texts): void =>
    save.mutate({ line: lines.edit(draftId, entry.id), body: { record: mergedRecord(entry.record, typed) } });
  const startOver = (): void => {
    kept.drop();
    setUnsaved(null);
    form.setFieldsValue(texts);
  };
  // A field that may be one thing or another is at fault as each of them; it is said once.
  const found = save.error instanceof Refusal ? save.error.errors : [];
  const faults = [...new Map(found.map((fault) => [fault.pointer, fault])).values()];
  return (
    <Dialog
      width="44rem"
      title={entry.title}
      okText="改好了"
      cancelText="先不改"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={save.isPending}
    >
      {save.error && (
        <Notice tone="bad" title={sayError(save.error)}>
          {faults.map((fault) => (
            <p key={fault.pointer}>
              {sayField(fault.pointer.split('/').slice(2).join('.'))}：{sayFault(fault)}
            </p>
          ))}
        </Notice>
      )}
      {unsaved && (
        <Notice tone="warn" title="上次没存的改动还在下面">
          <Button size="small" onClick={startOver}>
            不要了，从头改
          </Button>
        </Notice>
      )}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...texts, ...unsaved }}
        onFinish={send}
        // Closed by mistake, or by a login that ran out: what was typed is there again.
        onValuesChange={(_, typed) => kept.keep(typed)}
      >
        {Object.keys(texts).map((field) => (
          <Form.Item key={field} name={field} label={sayField(field)}>
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 14 }} />
          </Form.Item>
        ))}
      </Form>
    </Dialog>
  );
}
