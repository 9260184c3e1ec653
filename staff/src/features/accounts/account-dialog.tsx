/** Somebody's name, roles and scope; a new one gets a one-time secret. */
import { Checkbox, Form, Input, Switch } from 'antd';
import { Name } from '@yugong/domain/identity';
import { roles } from '@yugong/domain/staff-account';
import { roleLabels } from '@yugong/domain/staff-account/words';
import { AccountWire, InviteWire, Username } from '@yugong/domain/staff-account/wire';
import { usePlaces } from '../../api/places';
import { sayError } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { Choice } from '../../parts/choice';
import { Dialog } from '../../parts/dialog';
import { showFaults } from '../../parts/faults';
import { Notice } from '../../parts/notice';
import { rule } from '../../parts/schema-rule';
import { bodyOf, typedOf, type Typed } from './account-form';
import { lines } from './lines';

interface Props {
  account: AccountWire | 'new';
  close: () => void;
  invited: (invite: InviteWire) => void;
}

export function AccountDialog({ account, close, invited }: Props) {
  const isNew = account === 'new';
  const [form] = Form.useForm<Typed>();
  const places = usePlaces();
  const create = useWrite(InviteWire, {
    stale: ['accounts'],
    done: (invite) => {
      close();
      invited(invite);
    },
  });
  const edit = useWrite(AccountWire, { stale: ['accounts'], done: close });
  const { error, isPending } = isNew ? create : edit;
  const send = (typed: Typed): void => {
    const onError = (fault: unknown): void => void showFaults(form, fault);
    if (isNew) create.mutate({ line: lines.create, body: bodyOf(typed, true) }, { onError });
    else edit.mutate({ line: lines.edit(account.id), body: bodyOf(typed, false) }, { onError });
  };
  return (
    <Dialog
      title={isNew ? '添加人员' : `修改${account.name}`}
      okText={isNew ? '添加，并生成一次性口令' : '保存'}
      cancelText="取消"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={isPending}
    >
      <Form form={form} layout="vertical" initialValues={typedOf(account)} onFinish={send} requiredMark={false}>
        {error && <Notice tone="bad">{sayError(error)}</Notice>}
        {isNew && (
          <Form.Item name="username" label="用户名" extra="小写字母开头，可以有数字、点和短横" rules={[rule(Username)]}>
            <Input autoCapitalize="none" spellCheck={false} autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item name="name" label="姓名" rules={[rule(Name)]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="roles"
          label="角色"
          // Not `required`: a group of boxes may not say so to screen readers.
          rules={[{ type: 'array', min: 1, message: '至少选一个角色' }]}
        >
          <Checkbox.Group options={roles.map((value) => ({ value, label: roleLabels[value] }))} />
        </Form.Item>
        <Form.Item name="organisation" label="哪个工会的">
          <Choice
            placeholder="所有工会"
            options={(places.data?.organisations ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          />
        </Form.Item>
        <Form.Item name="districts" label="管哪些区县" extra="一个都不选，就是全部">
          <Checkbox.Group
            options={(places.data?.districts ?? []).map(({ adcode, title }) => ({ value: adcode, label: title }))}
          />
        </Form.Item>
        {!isNew && (
          <Form.Item name="disabled" label="停用" valuePropName="checked" extra="停用后马上从所有设备退出">
            <Switch />
          </Form.Item>
        )}
      </Form>
    </Dialog>
  );
}
