/** The unions that share this service, and the dialog that adds one. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { OrganisationRequest, OrganisationWire } from '@yugong/domain/staff-account/wire';
import { describeError } from '../../api/api-error';
import { useDirectory } from '../../api/directory';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { showFaults } from '../../parts/form-faults';
import { Callout } from '../../parts/notice';
import { PageSection } from '../../parts/page';
import { schemaRule } from '../../parts/schema-rule';
import { QueryResult } from '../../parts/states';
import { DataTable } from '../../parts/table';
import { accountEndpoints } from './api';

/** Every account and programme belongs to a union; only those whose scope is all of them may add one. */
export function Organisations({ mayAdd, mayRename }: { mayAdd: boolean; mayRename: boolean }) {
  const directory = useDirectory();
  const [isOpen, setOpen] = useState(false);
  const [renamed, setRenamed] = useState<OrganisationWire | null>(null);
  return (
    <PageSection title="工会" aside={mayAdd && <Button onClick={() => setOpen(true)}>添加工会</Button>}>
      <QueryResult of={directory}>
        {({ organisations }) => (
          <DataTable
            caption="工会"
            rows={organisations}
            rowKey={({ id }) => id}
            columns={[
              { title: '名称', cell: ({ title }) => title },
              { title: '代码', cell: ({ id }) => <span className="quiet">{id}</span> },
              ...(mayRename
                ? [
                    {
                      title: '操作',
                      actions: true,
                      cell: (one: OrganisationWire) => (
                        <Button aria-label={`修改名称：${one.title}`} onClick={() => setRenamed(one)}>
                          修改名称
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </QueryResult>
      {isOpen && <OrganisationDialog close={() => setOpen(false)} />}
      {renamed && <RenameDialog organisation={renamed} close={() => setRenamed(null)} />}
    </PageSection>
  );
}

function RenameDialog({ organisation: { id, title }, close }: { organisation: OrganisationWire; close: () => void }) {
  const [form] = Form.useForm<{ title: string }>();
  const { mutate, error, isPending } = useWrite(OrganisationWire, { stale: ['places'], done: close });
  return (
    <Dialog
      title={`修改“${title}”的名称`}
      okText="保存"
      cancelText="取消"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ title }}
        onFinish={(typed) =>
          mutate({ endpoint: accountEndpoints.renameOrganisation(id), body: { title: typed.title, seen: title } })
        }
      >
        {error && <Callout tone="bad">{describeError(error)}</Callout>}
        <Form.Item name="title" label="名称" extra="代码不变" rules={[schemaRule(OrganisationRequest.entries.title)]}>
          <Input autoComplete="off" />
        </Form.Item>
      </Form>
    </Dialog>
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
          mutate(
            { endpoint: accountEndpoints.addOrganisation, body },
            { onError: (fault) => void showFaults(form, fault) },
          )
        }
      >
        {error && <Callout tone="bad">{describeError(error)}</Callout>}
        <Form.Item name="title" label="名称" rules={[schemaRule(title)]}>
          <Input autoComplete="off" placeholder="例如 渝中区总工会" />
        </Form.Item>
        <Form.Item
          name="id"
          label="代码"
          extra="小写字母开头，可以有数字和短横，例如 yuzhong；添加后不能修改"
          rules={[{ ...schemaRule(id), message: '用小写字母开头，只用小写字母、数字和短横' }]}
        >
          <Input autoCapitalize="none" spellCheck={false} autoComplete="off" />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
