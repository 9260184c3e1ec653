/** Changes the password, which signs all other devices out. */
import { Button, Form, Input } from 'antd';
import { Password, PASSWORD_LENGTH } from '@yugong/domain/staff-account/wire';
import { describeError } from '../../api/api-error';
import { NoContent } from '../../api/client';
import { useWrite } from '../../api/use-write';
import { showFaults } from '../../parts/form-faults';
import { Callout } from '../../parts/notice';
import { schemaRule } from '../../parts/schema-rule';
import { useToast } from '../../parts/use-toast';
import { accountEndpoints } from './api';
import { normaliseCode } from './one-time-code';
import { OneTimeCodeField } from './six-digits';
import narrow from '../../parts/narrow.module.css';

interface PasswordFormValues {
  password: string;
  next: string;
  code: string;
}

export function PasswordForm() {
  const [form] = Form.useForm<PasswordFormValues>();
  const { done } = useToast();
  const change = useWrite(NoContent, {
    stale: ['sign-ins'],
    done: () => {
      form.resetFields();
      done('密码已修改，其他设备均已退出');
    },
  });
  const send = ({ password, next, code }: PasswordFormValues): void =>
    change.mutate(
      { endpoint: accountEndpoints.password, body: { password, next, code: normaliseCode(code) } },
      { onError: (error) => showFaults(form, error) },
    );
  return (
    <Form form={form} layout="vertical" onFinish={send} requiredMark={false} className={narrow.narrow}>
      {change.error && <Callout tone="bad">{describeError(change.error)}</Callout>}
      <Form.Item name="password" label="当前密码" rules={[{ required: true, message: '请填写当前密码' }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="next"
        label="新密码"
        extra={`至少 ${PASSWORD_LENGTH} 个字，可以是一句话`}
        rules={[schemaRule(Password)]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <OneTimeCodeField />
      <Button htmlType="submit" loading={change.isPending}>
        修改密码
      </Button>
    </Form>
  );
}
