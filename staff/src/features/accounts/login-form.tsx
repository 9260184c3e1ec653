/** Name and password, then the six digits of the authenticator app. */
import { Button, Form, Input } from 'antd';
import { Notice } from '../../parts/notice';
import { SixDigits } from './six-digits';
import { useLogin } from './use-login';

export function LoginForm({ first }: { first: () => void }) {
  const { step, send, busy, fault, again } = useLogin();
  return (
    <Form layout="vertical" onFinish={send} requiredMark={false} disabled={busy}>
      {fault && <Notice tone="bad">{fault}</Notice>}
      <div hidden={step === 'code'}>
        <Form.Item name="username" label="用户名" rules={[{ required: true, message: '请填用户名' }]}>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填密码' }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      </div>
      {step === 'code' && <SixDigits />}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {step === 'code' ? '登录' : '下一步'}
      </Button>
      {step === 'code' ? (
        <Button type="text" block onClick={again}>
          换一个账号
        </Button>
      ) : (
        <Button type="text" block onClick={first}>
          第一次登录，管理员给了我一次性口令
        </Button>
      )}
    </Form>
  );
}
