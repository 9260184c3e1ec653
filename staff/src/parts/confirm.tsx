/** A dialog that asks one question; its body may hold fields. */
import type { ReactNode } from 'react';
import { Dialog } from './dialog';

interface Props {
  title: string;
  open: boolean;
  /** The verb on the button. */
  yes: string;
  onYes: () => void;
  onNo: () => void;
  busy?: boolean;
  /** True where the action can't be taken back. */
  danger?: boolean;
  disabled?: boolean;
  children?: ReactNode;
}

export const Confirm = ({
  title,
  open,
  yes,
  onYes,
  onNo,
  busy = false,
  danger = false,
  disabled = false,
  children,
}: Props) => (
  <Dialog
    title={title}
    open={open}
    okText={yes}
    cancelText="暂不"
    onOk={onYes}
    onCancel={onNo}
    confirmLoading={busy}
    okButtonProps={{ danger, disabled }}
    destroyOnHidden
  >
    {children}
  </Dialog>
);
