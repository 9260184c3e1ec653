/** The unions that share this service, and one more. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { OrganisationRequest, OrganisationWire } from '@yugong/domain/staff-account/wire';
import { usePlaces } from '../../api/places';
import { sayError } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { showFaults } from '../../parts/faults';
import { Notice } from '../../parts/notice';
import { Section } from '../../parts/page';
import { rule } from '../../parts/schema-rule';
import { Answer } from '../../parts/states';
import { Table } from '../../parts/table';
import { lines } from './lines';

/** Every account and every programme belongs to one of them; only who works for all may add one. */
export function Organisations({ mayAdd }: { mayAdd: boolean }) {
  const places = usePlaces();
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title="工会" aside={mayAdd && <Button onClick={() => setOpen(true)}>添加工会</Button>}>
      <Answer of={places}>
        {({ organisations }) => (
          <Table
            caption="工会"
            rows={organisations}
            rowKey={({ id }) => id}
            columns={[
              { title: '名称', cell: ({ title }) => title },
              { title: '短名', cell: ({ id }) => <span className="quiet">{id}</span> },
            ]}
          />
        )}
      </Answer>
      {isOpen && <OrganisationDialog close={() => setOpen(false)} />}
    </Section>
  );
}

function OrganisationDialog({ close }: { close: () => void }) {
  const [form] = Form.useForm<OrganisationWire>();
  const { mutate, error, isPending } = useWrite(OrganisationWire, { stale: ['places'], done: close });
  const { id, title } = OrganisationRequest.entries;
  return (
    <Dialog
      title="添加工会"
      okText="添加"
      cancelText="取消"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(body) =>
          mutate({ line: lines.addOrganisation, body }, { onError: (fault) => void showFaults(form, fault) })
        }
      >
        {error && <Notice tone="bad">{sayError(error)}</Notice>}
        <Form.Item name="title" label="名称" rules={[rule(title)]}>
          <Input autoComplete="off" placeholder="例如 渝中区总工会" />
        </Form.Item>
        <Form.Item
          name="id"
          label="短名"
          extra="小写字母开头，可以有数字和短横，例如 yuzhong；加好后不能改"
          rules={[{ ...rule(id), message: '用小写字母开头，只用小写字母、数字和短横' }]}
        >
          <Input autoCapitalize="none" spellCheck={false} autoComplete="off" />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
