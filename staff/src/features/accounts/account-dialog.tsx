/** The dialog for an account's name, roles and scope; a new account gets a setup code. */
import { Checkbox, Form, Input, Radio, Switch } from 'antd';
import { Name } from '@yugong/domain/identity';
import { roles } from '@yugong/domain/staff-account';
import { AccountWire, InviteWire, Username } from '@yugong/domain/staff-account/wire';
import { roleDescriptions, roleLabels } from '@yugong/domain/staff-account/words';
import { describeError } from '../../api/api-error';
import { useDirectory } from '../../api/directory';
import { useMe } from '../../api/me';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { showFaults } from '../../parts/form-faults';
import { MeanwhileNotice, useMeanwhile, type ReadValues } from '../../parts/meanwhile';
import { Callout } from '../../parts/notice';
import { schemaRule } from '../../parts/schema-rule';
import { SelectField } from '../../parts/select-field';
import {
  accountFieldLabels,
  EVERY_ORGANISATION,
  sayAccountValue,
  toAccountForm,
  toAccountRequest,
  type AccountFormValues,
} from './account-form';
import { accountEndpoints, fetchAccounts } from './api';
import { needsStepUp, useStepUp } from './step-up';

interface Props {
  account: AccountWire | 'new';
  close: () => void;
  invited: (invite: InviteWire) => void;
}

/** The account as it is now. @throws where it is gone */
async function loadAccount(id: string): Promise<ReadValues<AccountFormValues>> {
  const account = (await fetchAccounts()).accounts.find((one) => one.id === id);
  if (!account) throw new Error('the account is gone');
  return { values: toAccountForm(account), version: account.version };
}

export function AccountDialog({ account, close, invited }: Props) {
  const isNew = account === 'new';
  const [form] = Form.useForm<AccountFormValues>();
  const directory = useDirectory();
  const create = useWrite(InviteWire, {
    stale: ['accounts'],
    done: (invite) => {
      close();
      invited(invite);
    },
  });
  const edit = useWrite(AccountWire, { stale: ['accounts'], done: close });
  const me = useMe();
  const reach = Form.useWatch('reach', { form, preserve: true }) ?? toAccountForm(account).reach;
  const stepUp = useStepUp();
  const meanwhile = useMeanwhile({
    form,
    read: { values: toAccountForm(account), version: isNew ? 0 : account.version },
    load: () => loadAccount(isNew ? '' : account.id),
    labels: accountFieldLabels,
    rebased: () => undefined,
  });
  const { error, isPending } = isNew ? create : edit;
  const send = (typed: AccountFormValues): void => {
    const onError = (fault: unknown): void =>
      void (stepUp.catches(fault, () => send(typed)) || meanwhile.catches(fault) || showFaults(form, fault));
    if (isNew) create.mutate({ endpoint: accountEndpoints.create, body: toAccountRequest(typed, null) }, { onError });
    else
      edit.mutate(
        { endpoint: accountEndpoints.edit(account.id), body: toAccountRequest(typed, meanwhile.seen()) },
        { onError },
      );
  };
  return (
    <Dialog
      title={isNew ? '添加人员' : `修改${account.name}`}
      okText={isNew ? '添加并生成开通码' : '保存'}
      cancelText="取消"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={isPending}
    >
      <Form form={form} layout="vertical" initialValues={toAccountForm(account)} onFinish={send} requiredMark={false}>
        {error && !needsStepUp(error) && meanwhile.changes.length === 0 && (
          <Callout tone="bad">{describeError(error)}</Callout>
        )}
        <MeanwhileNotice
          meanwhile={meanwhile}
          labels={accountFieldLabels}
          say={(field, value) => sayAccountValue(field, value, directory.data)}
        />
        {isNew && (
          <Form.Item
            name="username"
            label="用户名"
            extra="小写字母开头，可以有数字、点和短横"
            rules={[schemaRule(Username)]}
          >
            <Input autoCapitalize="none" spellCheck={false} autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item name="name" label="姓名" rules={[schemaRule(Name)]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="roles"
          label="角色"
          // Not `required`: a group of boxes may not say so to screen readers.
          rules={[{ type: 'array', min: 1, message: '至少选择一个角色' }]}
        >
          <Checkbox.Group
            options={roles.map((value) => ({
              value,
              label: (
                <>
                  {roleLabels[value]} <span className="quiet">{roleDescriptions[value]}</span>
                </>
              ),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="organisation"
          label={accountFieldLabels.organisation}
          rules={[{ required: true, message: '请选择工会' }]}
        >
          <SelectField
            placeholder="请选择"
            options={[
              ...(directory.data?.organisations ?? []).map(({ id, title }) => ({ value: id, label: title })),
              ...(me.organisation === null ? [{ value: EVERY_ORGANISATION, label: '所有工会' }] : []),
            ]}
          />
        </Form.Item>
        <Form.Item name="reach" label={accountFieldLabels.reach} rules={[{ required: true, message: '请选择范围' }]}>
          <Radio.Group
            options={[
              { value: 'some', label: '部分区县' },
              ...(me.districts === null ? [{ value: 'every', label: '全部区县' }] : []),
            ]}
          />
        </Form.Item>
        {reach === 'some' && (
          <Form.Item
            name="districts"
            label={accountFieldLabels.districts}
            rules={[{ type: 'array', min: 1, message: '至少选择一个区县' }]}
          >
            <Checkbox.Group
              options={(directory.data?.districts ?? []).map(({ adcode, title }) => ({ value: adcode, label: title }))}
            />
          </Form.Item>
        )}
        {!isNew && (
          <Form.Item name="disabled" label="停用" valuePropName="checked" extra="停用后会立即退出所有设备">
            <Switch />
          </Form.Item>
        )}
      </Form>
      {stepUp.dialog}
    </Dialog>
  );
}
