/** Asks for password and code anew where the service wants to know that the owner herself is at the screen. */
import { Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { StepUpWire } from '@yugong/domain/staff-account/wire';
import { ApiError, describeError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { Callout } from '../../parts/notice';
import { accountEndpoints } from './api';
import { normaliseCode } from './one-time-code';
import { OneTimeCodeField } from './six-digits';

/** The code of an answer that asks for password and code first. */
const STEP_UP = 'staff-step-up';

export interface StepUp {
  /**
   * Takes care of an error that asks for password and code: the dialog opens, and `again` runs after it.
   *
   * @returns false for every other error, which is the caller's to show
   */
  catches: (error: unknown, again: () => void) => boolean;
  /** The dialog, to be drawn where the page is. */
  dialog: ReactNode;
}

/** @example onError: (error) => stepUp.catches(error, () => send(typed)) || showFaults(form, error) */
export function useStepUp(): StepUp {
  const [again, setAgain] = useState<(() => void) | null>(null);
  return {
    catches: (error, retry) => {
      if (!needsStepUp(error)) return false;
      setAgain(() => retry);
      return true;
    },
    dialog: again && (
      <StepUpDialog
        close={() => setAgain(null)}
        done={() => {
          setAgain(null);
          again();
        }}
      />
    ),
  };
}

/** Whether an error only asks for password and code, so that no other message is needed. */
export const needsStepUp = (error: unknown): boolean => error instanceof ApiError && error.code === STEP_UP;

interface StepUpFormValues {
  password: string;
  code: string;
}

function StepUpDialog({ close, done }: { close: () => void; done: () => void }) {
  const [form] = Form.useForm<StepUpFormValues>();
  const { mutate, error, isPending } = useWrite(StepUpWire, { done });
  return (
    <Dialog
      title="确认是你本人"
      okText="确认"
      cancelText="取消"
      onOk={form.submit}
      onCancel={close}
      confirmLoading={isPending}
    >
      <p>管理账号前请再输入一次密码和动态码，5 分钟内有效。登录时用过的动态码不能再用，请等下一个。</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ password, code }) =>
          mutate({ endpoint: accountEndpoints.stepUp, body: { password, code: normaliseCode(code) } })
        }
      >
        {error && <Callout tone="bad">{describeError(error)}</Callout>}
        <Form.Item name="password" label="当前密码" rules={[{ required: true, message: '请填写当前密码' }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <OneTimeCodeField />
      </Form>
    </Dialog>
  );
}
