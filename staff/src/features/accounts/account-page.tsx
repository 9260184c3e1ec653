import { Button, Checkbox } from 'antd';
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { SignInWire } from '@yugong/domain/staff-account/wire';
import { roleLabels } from '@yugong/domain/staff-account/words';
import { callApi, NoContent } from '../../api/client';
import { hasPermission, useMe } from '../../api/me';
import { switchNotifications, useNotificationSetting } from '../../parts/todo-notification';
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
      lead={`${me.roles.map((role) => roleLabels[role]).join('、')}，用户名 ${me.username}。${me.idleMinutes} 分钟不操作会自动退出。`}
      actions={
        <Button loading={busy} onClick={() => void logout()}>
          退出登录
        </Button>
      }
    >
      <PageSection title="已登录的设备">
        <SignIns />
      </PageSection>
      <PageSection title="桌面提醒">
        <NotificationSwitch />
      </PageSection>
      <PageSection title="修改密码">
        <PasswordForm />
      </PageSection>
      {hasPermission(me, 'check-in') && (
        <p className="quiet">退出登录会删除这台设备上的签到名单；如有签到尚未上传，会先提醒你。</p>
      )}
    </ConsolePage>
  );
}

/** Asks for the browser's notifications on this device. */
function NotificationSwitch() {
  const setting = useNotificationSetting();
  if (setting === 'impossible') return <p className="quiet">这个浏览器没有桌面提醒。</p>;
  return (
    <>
      <Checkbox
        checked={setting === 'on'}
        disabled={setting === 'denied'}
        onChange={(event) => void switchNotifications(event.target.checked)}
      >
        在这台设备上提醒我有新的待办
      </Checkbox>
      <p className="quiet">
        {setting === 'denied'
          ? '浏览器禁止了本站的通知。请点地址栏左边的图标，允许通知后再来打开。'
          : '管理台开着、但没有看着它时提醒。只写有几项，不写姓名和内容。'}
      </p>
    </>
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
  const end = useWrite(NoContent, { stale: ['sign-ins'], done: () => done('该设备已退出') });
  return (
    <QueryResult of={list} rows={2}>
      {({ signIns }) => (
        <DataTable
          caption="已登录的设备"
          rows={signIns}
          rowKey={({ id }) => id}
          columns={[
            { title: '设备', cell: ({ agent }) => agent },
            { title: '最近使用', cell: ({ seenAt }) => <TimeText at={seenAt} ago /> },
            { title: '登录时间', cell: ({ createdAt }) => <TimeText at={createdAt} /> },
            {
              title: '操作',
              actions: true,
              cell: ({ id, current, agent }) =>
                current ? (
                  <StatusTag tone="good">当前设备</StatusTag>
                ) : (
                  <Button
                    aria-label={`退出 ${agent}`}
                    loading={end.isPending && end.variables.endpoint.endsWith(id)}
                    onClick={() => end.mutate({ endpoint: accountEndpoints.endSignIn(id) }, { onError: failed })}
                  >
                    退出该设备
                  </Button>
                ),
            },
          ]}
        />
      )}
    </QueryResult>
  );
}
