/** Everybody who can come in, what they may do, and their state. */
import { useQuery } from '@tanstack/react-query';
import { App, Button, Space } from 'antd';
import * as v from 'valibot';
import { roleLabels } from '@yugong/domain/staff-account/words';
import { AccountWire, InviteWire } from '@yugong/domain/staff-account/wire';
import { ask } from '../../api/client';
import { districtName, usePlaces, type Places } from '../../api/places';
import { useWrite } from '../../api/use-write';
import { Mark } from '../../parts/mark';
import { Answer } from '../../parts/states';
import { Table } from '../../parts/table';
import { useSaid } from '../../parts/use-said';
import { When } from '../../parts/when';
import { lines } from './lines';

const AccountsWire = v.object({ accounts: v.array(AccountWire) });

interface Props {
  edit: (account: AccountWire) => void;
  invited: (invite: InviteWire) => void;
}

const sayScope = ({ organisation, districts }: AccountWire, places: Places | undefined): string => {
  const whose = places?.organisations.find(({ id }) => id === organisation)?.title ?? organisation ?? '所有工会';
  return districts ? `${whose}，${districts.map((one) => districtName(places, one)).join('、')}` : whose;
};

function State({ account: { state, lockedUntil } }: { account: AccountWire }) {
  if (lockedUntil) return <Mark tone="bad">输错太多，锁住了</Mark>;
  if (state === 'invited') return <Mark tone="warn">还没登录过</Mark>;
  return state === 'active' ? <Mark tone="good">在用</Mark> : <Mark tone="quiet">停用</Mark>;
}

export function UserList({ edit, invited }: Props) {
  const places = usePlaces();
  const list = useQuery({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => ask(lines.accounts, { answer: AccountsWire, signal }),
  });
  const { modal } = App.useApp();
  const { failed } = useSaid();
  const reset = useWrite(InviteWire, { stale: ['accounts'], done: invited });
  const askReset = ({ id, name }: AccountWire): void =>
    void modal.confirm({
      title: `让${name}重新设置登录？`,
      content: '他会从所有设备退出，要用新的一次性口令重设密码和验证器。',
      okText: '重新设置',
      cancelText: '先不',
      onOk: () => reset.mutateAsync({ line: lines.reset(id) }).catch(failed),
    });
  return (
    <Answer of={list}>
      {({ accounts }) => (
        <Table
          caption="人员"
          rows={accounts}
          rowKey={({ id }) => id}
          columns={[
            {
              title: '姓名',
              cell: ({ name, username }) => (
                <>
                  {name} <span className="quiet">{username}</span>
                </>
              ),
            },
            { title: '角色', cell: ({ roles }) => roles.map((role) => roleLabels[role]).join('、') },
            { title: '范围', cell: (account) => sayScope(account, places.data) },
            { title: '状态', cell: (account) => <State account={account} /> },
            { title: '上次用', cell: ({ lastSeenAt }) => (lastSeenAt ? <When at={lastSeenAt} ago /> : '没用过') },
            {
              title: '操作',
              actions: true,
              cell: (account) => (
                <Space>
                  <Button onClick={() => edit(account)} aria-label={`修改${account.name}`}>
                    修改
                  </Button>
                  <Button onClick={() => askReset(account)} aria-label={`重设登录：${account.name}`}>
                    重设登录
                  </Button>
                </Space>
              ),
            },
          ]}
        />
      )}
    </Answer>
  );
}
