/** The first time: the one-time secret, then an authenticator app and a password of one's own. */
import { Button, Form, Input } from 'antd';
import { Password, PASSWORD_LENGTH } from '@yugong/domain/staff-account/wire';
import { Notice } from '../../parts/notice';
import { QrCode } from '../../parts/qr-code';
import { rule } from '../../parts/schema-rule';
import { SixDigits } from './six-digits';
import { useSetup } from './use-setup';
import styles from './front.module.css';

/** `JBSW Y3DP …`: in fours, as it is typed into an app by hand. */
const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

export function SetupForm({ back }: { back: () => void }) {
  const { enrolment, send, busy, fault } = useSetup();
  return (
    <Form layout="vertical" onFinish={send} requiredMark={false} disabled={busy}>
      {fault && <Notice tone="bad">{fault}</Notice>}
      <div hidden={enrolment !== null}>
        <Form.Item name="username" label="用户名" rules={[{ required: true, message: '请填用户名' }]}>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
        </Form.Item>
        <Form.Item name="setup" label="一次性口令" rules={[{ required: true, message: '请填管理员给的口令' }]}>
          <Input autoComplete="off" spellCheck={false} />
        </Form.Item>
      </div>
      {enrolment && (
        <>
          <p>用手机上的验证器（如微软、腾讯的身份验证器）扫这个码，以后登录要填它显示的 6 位数字。</p>
          <div className={styles.enrol}>
            <QrCode text={enrolment.uri} label="验证器的二维码" />
            <p>
              不能扫就手工填：
              <br />
              <span className={styles.secret}>{inFours(enrolment.secret)}</span>
            </p>
          </div>
          <Form.Item
            name="password"
            label="设一个密码"
            extra={`至少 ${PASSWORD_LENGTH} 个字，一句话也可以`}
            rules={[rule(Password)]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <SixDigits />
        </>
      )}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {enrolment ? '完成并登录' : '下一步'}
      </Button>
      <Button type="text" block onClick={back}>
        我已经有密码
      </Button>
    </Form>
  );
}
