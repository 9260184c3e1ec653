/** A new password; everywhere else one is signed out. */
import { Button, Form, Input } from 'antd';
import { Password, PASSWORD_LENGTH } from '@yugong/domain/staff-account/wire';
import { Nothing } from '../../api/nothing';
import { sayError } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { showFaults } from '../../parts/faults';
import { Notice } from '../../parts/notice';
import { rule } from '../../parts/schema-rule';
import { useSaid } from '../../parts/use-said';
import { lines } from './lines';
import { SixDigits, tidyCode } from './six-digits';
import narrow from '../../parts/narrow.module.css';

interface Typed {
  password: string;
  next: string;
  code: string;
}

export function PasswordForm() {
  const [form] = Form.useForm<Typed>();
  const { done } = useSaid();
  const change = useWrite(Nothing, {
    stale: ['sign-ins'],
    done: () => {
      form.resetFields();
      done('密码换好了，别的设备都退出了');
    },
  });
  const send = ({ password, next, code }: Typed): void =>
    change.mutate(
      { line: lines.password, body: { password, next, code: tidyCode(code) } },
      { onError: (error) => showFaults(form, error) },
    );
  return (
    <Form form={form} layout="vertical" onFinish={send} requiredMark={false} className={narrow.narrow}>
      {change.error && <Notice tone="bad">{sayError(change.error)}</Notice>}
      <Form.Item name="password" label="现在的密码" rules={[{ required: true, message: '请填现在的密码' }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="next"
        label="新密码"
        extra={`至少 ${PASSWORD_LENGTH} 个字，一句话也可以`}
        rules={[rule(Password)]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <SixDigits />
      <Button htmlType="submit" loading={change.isPending}>
        换密码
      </Button>
    </Form>
  );
}
