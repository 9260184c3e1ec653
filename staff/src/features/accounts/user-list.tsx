/** All accounts, with roles, scope and state. */
import { useQuery } from '@tanstack/react-query';
import { App, Button, Space } from 'antd';
import { useState } from 'react';
import { InviteWire, type AccountWire } from '@yugong/domain/staff-account/wire';
import { roleLabels } from '@yugong/domain/staff-account/words';
import { districtLabel, useDirectory, type Directory } from '../../api/directory';
import { useWrite } from '../../api/use-write';
import { QueryResult } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { TimeText } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { accountEndpoints, fetchAccounts } from './api';
import { SignInsDialog } from './sign-ins-dialog';
import { useStepUp } from './step-up';

interface Props {
  edit: (account: AccountWire) => void;
  invited: (invite: InviteWire) => void;
}

const sayRoles = (roles: AccountWire['roles']): string => roles.map((role) => roleLabels[role]).join('、');

const scopeLabel = ({ organisation, districts }: AccountWire, directory: Directory | undefined): string => {
  const union = directory?.organisations.find(({ id }) => id === organisation)?.title ?? organisation ?? '所有工会';
  return districts ? `${union}，${districts.map((one) => districtLabel(directory, one)).join('、')}` : union;
};

function AccountState({ account: { state, lockedUntil } }: { account: AccountWire }) {
  if (lockedUntil) return <StatusTag tone="warn">有人多次输错密码</StatusTag>;
  if (state === 'invited') return <StatusTag tone="warn">未登录过</StatusTag>;
  return state === 'active' ? <StatusTag tone="good">正常</StatusTag> : <StatusTag tone="quiet">已停用</StatusTag>;
}

export function UserList({ edit, invited }: Props) {
  const directory = useDirectory();
  const list = useQuery({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => fetchAccounts(signal),
  });
  const { modal } = App.useApp();
  const { failed } = useToast();
  const reset = useWrite(InviteWire, { stale: ['accounts'], done: invited });
  const stepUp = useStepUp();
  const [shown, setShown] = useState<AccountWire | null>(null);
  const send = (id: string): Promise<unknown> =>
    reset
      .mutateAsync({ endpoint: accountEndpoints.reset(id) })
      .catch((error: unknown) => stepUp.catches(error, () => void send(id)) || failed(error));
  const askReset = ({ id, name, roles }: AccountWire): void =>
    void modal.confirm({
      title: `重新开通${name}的账号？`,
      content: `这个账号会从所有设备退出，需要用新的开通码重设密码和验证器。${
        roles.includes('administrator') ? '本人和其他管理员都会收到通知。' : ''
      }`,
      okText: '重新开通',
      cancelText: '暂不',
      onOk: () => send(id),
    });
  return (
    <>
      {stepUp.dialog}
      {shown && <SignInsDialog account={shown} close={() => setShown(null)} />}
      <QueryResult of={list}>
        {({ accounts }) => (
          <DataTable
            caption="人员"
            rows={accounts}
            rowKey={({ id }) => id}
            name="accounts"
            columns={[
              {
                title: '姓名',
                sort: ({ name }) => name,
                cell: ({ name, username }) => (
                  <>
                    {name} <span className="quiet">{username}</span>
                  </>
                ),
              },
              {
                title: '角色',
                sort: ({ roles }) => sayRoles(roles),
                cell: ({ roles }) => sayRoles(roles),
              },
              {
                title: '范围',
                sort: (account) => scopeLabel(account, directory.data),
                cell: (account) => scopeLabel(account, directory.data),
              },
              { title: '状态', sort: ({ state }) => state, cell: (account) => <AccountState account={account} /> },
              {
                title: '最近使用',
                sort: ({ lastSeenAt }) => lastSeenAt,
                cell: ({ lastSeenAt }) => (lastSeenAt ? <TimeText at={lastSeenAt} ago /> : '未使用过'),
              },
              {
                title: '操作',
                actions: true,
                cell: (account) => (
                  <Space>
                    <Button data-main="" onClick={() => edit(account)} aria-label={`修改${account.name}`}>
                      修改
                    </Button>
                    <Button onClick={() => setShown(account)} aria-label={`${account.name}的登录情况`}>
                      登录情况
                    </Button>
                    <Button onClick={() => askReset(account)} aria-label={`重新开通：${account.name}`}>
                      重新开通
                    </Button>
                  </Space>
                ),
              },
            ]}
          />
        )}
      </QueryResult>
    </>
  );
}
