/** Leaving: on the service and on this device. */
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { ask } from '../../api/client';
import { Nothing } from '../../api/client';
import { dropMe } from '../../api/kept-me';
import { useMe } from '../../api/me';
import { Refusal, SIGNED_OUT } from '../../api/refusal';
import { useSaid } from '../../parts/use-said';
import { unsentCount, wipeDoor } from '../door';
import { lines } from './lines';

export function useLogout(): { logout: () => Promise<void>; busy: boolean } {
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const { failed } = useSaid();
  const [busy, setBusy] = useState(false);

  const leave = async (): Promise<void> => {
    setBusy(true);
    try {
      await ask(lines.logout, { answer: Nothing });
    } catch (error) {
      // Out already is out; without a network the login would stay behind on the service.
      if (!(error instanceof Refusal && error.code === SIGNED_OUT)) {
        failed(error);
        setBusy(false);
        return;
      }
    }
    await wipeDoor(me.id);
    dropMe();
    client.clear();
    void navigate('/login', { replace: true });
  };
  const logout = async (): Promise<void> => {
    const unsent = await unsentCount(me.id);
    if (unsent === 0) return leave();
    modal.confirm({
      title: `还有 ${unsent} 个签到没传上去`,
      content: '现在退出，这些签到就没了。先回签到页，等它传完。',
      okText: '仍然退出',
      cancelText: '先不退',
      okButtonProps: { danger: true },
      onOk: leave,
    });
  };
  return { logout, busy };
}
