import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { roleLabels } from '@yugong/domain/staff-account';
import { SignInWire } from '@yugong/domain/staff-account/wire';
import { callApi, NoContent } from '../../api/client';
import { hasPermission, useMe } from '../../api/me';
import { useWrite } from '../../api/use-write';
import { ConsolePage, PageSection } from '../../parts/page';
import { QueryResult } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { TimeText } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { accountEndpoints } from './api';
import { PasswordForm } from './password-form';
import { useLogout } from './use-logout';

export default function AccountPage() {
  const me = useMe();
  const { logout, busy } = useLogout();
  return (
    <ConsolePage
      title={me.name}
      lead={`${me.roles.map((role) => roleLabels[role]).join('、')}，用户名 ${me.username}。${me.idleMinutes} 分钟不用会自动退出。`}
      actions={
        <Button loading={busy} onClick={() => void logout()}>
          退出登录
        </Button>
      }
    >
      <PageSection title="登录在这些设备上">
        <SignIns />
      </PageSection>
      <PageSection title="换密码">
        <PasswordForm />
      </PageSection>
      {hasPermission(me, 'check-in') && (
        <p className="quiet">退出登录会删掉这台设备上存的签到名单；没传上去的签到会先提醒你。</p>
      )}
    </ConsolePage>
  );
}

const SignInsWire = v.object({ signIns: v.array(SignInWire) });

/** The devices with a sign-in of this account; unknown ones can be signed out from here. */
function SignIns() {
  const list = useQuery({
    queryKey: ['sign-ins'],
    queryFn: ({ signal }) => callApi(accountEndpoints.signIns, { answer: SignInsWire, signal }),
  });
  const { done, failed } = useToast();
  const end = useWrite(NoContent, { stale: ['sign-ins'], done: () => done('那台设备已经退出') });
  return (
    <QueryResult of={list} rows={2}>
      {({ signIns }) => (
        <DataTable
          caption="登录在这些设备上"
          rows={signIns}
          rowKey={({ id }) => id}
          columns={[
            { title: '设备', cell: ({ agent }) => agent },
            { title: '上次用', cell: ({ seenAt }) => <TimeText at={seenAt} ago /> },
            { title: '登录时间', cell: ({ createdAt }) => <TimeText at={createdAt} /> },
            {
              title: '操作',
              actions: true,
              cell: ({ id, current, agent }) =>
                current ? (
                  <StatusTag tone="good">就是这台</StatusTag>
                ) : (
                  <Button
                    aria-label={`让 ${agent} 退出`}
                    loading={end.isPending && end.variables.endpoint.endsWith(id)}
                    onClick={() => end.mutate({ endpoint: accountEndpoints.endSignIn(id) }, { onError: failed })}
                  >
                    让它退出
                  </Button>
                ),
            },
          ]}
        />
      )}
    </QueryResult>
  );
}
