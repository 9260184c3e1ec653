/** Signing out, on the service and on this device. */
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { ApiError, SIGNED_OUT } from '../../api/api-error';
import { callApi } from '../../api/client';
import { NoContent } from '../../api/client';
import { useMe } from '../../api/me';
import { clearStoredMe } from '../../api/stored-me';
import { dropFormDrafts } from '../../parts/form-draft';
import { useToast } from '../../parts/use-toast';
import { countUnsentCheckIns, destroyCheckInData } from '../check-in';
import { accountEndpoints } from './api';

export function useLogout(): { logout: () => Promise<void>; busy: boolean } {
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const { failed } = useToast();
  const [busy, setBusy] = useState(false);

  const leave = async (): Promise<void> => {
    setBusy(true);
    try {
      await callApi(accountEndpoints.logout, { answer: NoContent });
    } catch (error) {
      // Signed out already is fine; without a network the sign-in would stay valid on the service.
      if (!(error instanceof ApiError && error.code === SIGNED_OUT)) {
        failed(error);
        setBusy(false);
        return;
      }
    }
    await destroyCheckInData(me.id);
    clearStoredMe();
    dropFormDrafts();
    client.clear();
    void navigate('/login', { replace: true });
  };
  const logout = async (): Promise<void> => {
    const unsent = await countUnsentCheckIns(me.id);
    if (unsent === 0) return leave();
    modal.confirm({
      title: `${unsent} 个签到尚未上传`,
      content: '现在退出会丢失这些签到。请先回到签到页，等待上传完成。',
      okText: '仍然退出',
      cancelText: '暂不退出',
      okButtonProps: { danger: true },
      onOk: leave,
    });
  };
  return { logout, busy };
}
