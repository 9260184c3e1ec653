/** The one-time secret, shown once: read out or written down, never sent by the service. */
import { Button, Typography } from 'antd';
import type { InviteWire } from '@yugong/domain/staff-account/wire';
import { Dialog } from '../../parts/dialog';
import { sayTime } from '../../parts/when';

export const InviteDialog = ({
  invite: { account, setup, setupUntil },
  close,
}: {
  invite: InviteWire;
  close: () => void;
}) => (
  <Dialog
    title={`给${account.name}的一次性口令`}
    closable={false}
    maskClosable={false}
    footer={
      <Button type="primary" onClick={close}>
        已经交给本人
      </Button>
    }
  >
    <p>当面或打电话告诉本人，不要发在群里。关掉就看不到了。</p>
    <Typography.Paragraph copyable={{ text: setup, tooltips: ['复制', '复制好了'] }} code>
      {setup}
    </Typography.Paragraph>
    <p>
      用户名 {account.username}，{sayTime(setupUntil)} 前有效。打开管理台，点“第一次登录”。
    </p>
  </Dialog>
);
