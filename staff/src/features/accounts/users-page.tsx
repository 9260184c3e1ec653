import { Button, Typography } from 'antd';
import { useState } from 'react';
import type { AccountWire, InviteWire } from '@yugong/domain/staff-account/wire';
import { useMe } from '../../api/me';
import { Dialog } from '../../parts/dialog';
import { ConsolePage } from '../../parts/page';
import { formatTime } from '../../parts/time';
import { AccountDialog } from './account-dialog';
import { Organisations } from './organisations';
import { UserList } from './user-list';

export default function UsersPage() {
  const me = useMe();
  // Null means that the dialog is closed.
  const [edited, setEdited] = useState<AccountWire | 'new' | null>(null);
  const [invite, setInvite] = useState<InviteWire | null>(null);
  return (
    <ConsolePage
      title="人员"
      lead="管理谁可以登录、负责哪些区县、有哪些权限。"
      actions={
        <Button type="primary" onClick={() => setEdited('new')}>
          添加人员
        </Button>
      }
    >
      <UserList edit={setEdited} invited={setInvite} />
      <Organisations mayAdd={me.organisation === null} mayRename={me.districts === null} />
      {edited && <AccountDialog account={edited} close={() => setEdited(null)} invited={setInvite} />}
      {invite && <InviteDialog invite={invite} close={() => setInvite(null)} />}
    </ConsolePage>
  );
}

/** Shows the setup code once; it is read out or written down, and the service never sends it. */
const InviteDialog = ({ invite: { account, setup, setupUntil }, close }: { invite: InviteWire; close: () => void }) => (
  <Dialog
    title={`${account.name}的开通码`}
    closable={false}
    maskClosable={false}
    footer={
      <Button type="primary" onClick={close}>
        已告知本人
      </Button>
    }
  >
    <p>请当面或电话告知本人，不要发到群里。关闭后不再显示。</p>
    <Typography.Paragraph copyable={{ text: setup, tooltips: ['复制', '已复制'] }} code>
      {setup}
    </Typography.Paragraph>
    <p>
      用户名 {account.username}，{formatTime(setupUntil)} 前有效。打开管理台，选择“首次登录”。
    </p>
  </Dialog>
);
