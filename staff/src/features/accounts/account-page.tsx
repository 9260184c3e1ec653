import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { roleLabels } from '@yugong/domain/staff-account';
import { SignInWire } from '@yugong/domain/staff-account/wire';
import { ask, Nothing } from '../../api/client';
import { can, useMe } from '../../api/me';
import { useWrite } from '../../api/use-write';
import { Mark } from '../../parts/mark';
import { Page, Section } from '../../parts/page';
import { Answer } from '../../parts/states';
import { Table } from '../../parts/table';
import { useSaid } from '../../parts/use-said';
import { When } from '../../parts/when';
import { lines } from './lines';
import { PasswordForm } from './password-form';
import { useLogout } from './use-logout';

export default function AccountPage() {
  const me = useMe();
  const { logout, busy } = useLogout();
  return (
    <Page
      title={me.name}
      lead={`${me.roles.map((role) => roleLabels[role]).join('、')}，用户名 ${me.username}。${me.idleMinutes} 分钟不用会自动退出。`}
      actions={
        <Button loading={busy} onClick={() => void logout()}>
          退出登录
        </Button>
      }
    >
      <Section title="登录在这些设备上">
        <SignIns />
      </Section>
      <Section title="换密码">
        <PasswordForm />
      </Section>
      {can(me, 'check-in') && <p className="quiet">退出登录会删掉这台设备上存的签到名单；没传上去的签到会先提醒你。</p>}
    </Page>
  );
}

const SignInsWire = v.object({ signIns: v.array(SignInWire) });

/** Where one is signed in; anything one doesn't know is ended from here. */
function SignIns() {
  const list = useQuery({
    queryKey: ['sign-ins'],
    queryFn: ({ signal }) => ask(lines.signIns, { answer: SignInsWire, signal }),
  });
  const { done, failed } = useSaid();
  const end = useWrite(Nothing, { stale: ['sign-ins'], done: () => done('那台设备已经退出') });
  return (
    <Answer of={list} rows={2}>
      {({ signIns }) => (
        <Table
          caption="登录在这些设备上"
          rows={signIns}
          rowKey={({ id }) => id}
          columns={[
            { title: '设备', cell: ({ agent }) => agent },
            { title: '上次用', cell: ({ seenAt }) => <When at={seenAt} ago /> },
            { title: '登录时间', cell: ({ createdAt }) => <When at={createdAt} /> },
            {
              title: '操作',
              actions: true,
              cell: ({ id, current, agent }) =>
                current ? (
                  <Mark tone="good">就是这台</Mark>
                ) : (
                  <Button
                    aria-label={`让 ${agent} 退出`}
                    loading={end.isPending && end.variables.line.endsWith(id)}
                    onClick={() => end.mutate({ line: lines.endSignIn(id) }, { onError: failed })}
                  >
                    让它退出
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Answer>
  );
}
