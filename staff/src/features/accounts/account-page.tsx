import { Button } from 'antd';
import { can, useMe } from '../../api/me';
import { Page, Section } from '../../parts/page';
import { PasswordForm } from './password-form';
import { SignIns } from './sign-ins';
import { useLogout } from './use-logout';
import { roleLabels } from '@yugong/domain/staff-account/words';

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
