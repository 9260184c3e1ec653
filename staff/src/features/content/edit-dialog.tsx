/** Correcting a record: its texts as texts; what is not text stays as it was read. */
import { Form, Input } from 'antd';
import { DraftWire, type DraftEntryWire } from '@/domain/staff';
import { Refusal, sayError, sayFault } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { Notice } from '../../parts/notice';
import { useSaid } from '../../parts/use-said';
import { editableOf, mergedRecord } from './edit';
import { lines } from './lines';
import { sayField } from './words';

interface Props {
  draftId: string;
  entry: DraftEntryWire;
  close: () => void;
}

export function EditDialog({ draftId, entry, close }: Props) {
  const [form] = Form.useForm<Record<string, string>>();
  const { done } = useSaid();
  const save = useWrite(DraftWire, {
    stale: ['content'],
    done: () => {
      done('改好了，还没发布');
      close();
    },
  });
  const texts = editableOf(entry.record);
  const send = (typed: Record<string, string>): void =>
    save.mutate({ line: lines.edit(draftId, entry.id), body: { record: mergedRecord(entry.record, typed) } });
  // A field that may be one thing or another is at fault as each of them; it is said once.
  const found = save.error instanceof Refusal ? save.error.errors : [];
  const faults = [...new Map(found.map((fault) => [fault.pointer, fault])).values()];
  return (
    <Dialog
      width="44rem"
      title={entry.title}
      okText="改好了"
      cancelText="不改"
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
      <Form form={form} layout="vertical" requiredMark={false} initialValues={texts} onFinish={send}>
        {Object.keys(texts).map((field) => (
          <Form.Item key={field} name={field} label={sayField(field)}>
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 14 }} />
          </Form.Item>
        ))}
      </Form>
    </Dialog>
  );
}
