import { Button } from 'antd';
import { useState } from 'react';
import type { AccountWire, InviteWire } from '@yugong/domain/staff-account/wire';
import { useMe } from '../../api/me';
import { Page } from '../../parts/page';
import { AccountDialog } from './account-dialog';
import { InviteDialog } from './invite-dialog';
import { Organisations } from './organisations';
import { UserList } from './user-list';

export default function UsersPage() {
  const me = useMe();
  // Null: closed; 'new': somebody to come.
  const [edited, setEdited] = useState<AccountWire | 'new' | null>(null);
  const [invite, setInvite] = useState<InviteWire | null>(null);
  return (
    <Page
      title="人员"
      lead="谁能进管理台，能看哪些区县、做哪些事。"
      actions={
        <Button type="primary" onClick={() => setEdited('new')}>
          添加人员
        </Button>
      }
    >
      <UserList edit={setEdited} invited={setInvite} />
      <Organisations mayAdd={me.organisation === null} />
      {edited && <AccountDialog account={edited} close={() => setEdited(null)} invited={setInvite} />}
      {invite && <InviteDialog invite={invite} close={() => setInvite(null)} />}
    </Page>
  );
}
