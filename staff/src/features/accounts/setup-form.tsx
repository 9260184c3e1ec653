/** The first sign-in: the setup code, then an authenticator app and a new password. */
import { Button, Form, Input, Typography } from 'antd';
import { encode } from 'uqr';
import { Password, PASSWORD_LENGTH } from '@yugong/domain/staff-account/wire';
import { Callout } from '../../parts/notice';
import { schemaRule } from '../../parts/schema-rule';
import { OneTimeCodeField } from './six-digits';
import { useSetup } from './use-setup';
import styles from './front.module.css';

/** Groups a secret in fours, `JBSW Y3DP …`, as it is typed into an app by hand. */
const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

export default function SetupForm({ back }: { back: () => void }) {
  const { form, enrolment, send, busy, fault } = useSetup();
  return (
    <Form form={form} layout="vertical" onFinish={send} requiredMark={false} disabled={busy}>
      {fault && <Callout tone="bad">{fault}</Callout>}
      <div hidden={enrolment !== null}>
        <Form.Item name="username" label="用户名" rules={[{ required: true, message: '请填写用户名' }]}>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
        </Form.Item>
        <Form.Item
          name="setup"
          label="开通码"
          extra="大小写、短横和空格都可以"
          rules={[{ required: true, message: '请填写管理员给的开通码' }]}
        >
          <Input autoComplete="off" autoCapitalize="characters" spellCheck={false} />
        </Form.Item>
      </div>
      {enrolment && (
        <>
          <p>请用手机上的验证器（如微软、腾讯的身份验证器）扫码，以后登录时填写它显示的 6 位数字。</p>
          <div className={styles.enrol}>
            <QrCode text={enrolment.uri} label="验证器的二维码" />
            <div>
              <p>
                就在这部手机上：<a href={enrolment.uri}>打开验证器</a>
              </p>
              <p>打不开或不能扫码时，复制密钥，在验证器中手动添加：</p>
              <Typography.Paragraph
                className={styles.secret}
                copyable={{ text: enrolment.secret, tooltips: ['复制密钥', '已复制'] }}
              >
                {inFours(enrolment.secret)}
              </Typography.Paragraph>
            </div>
          </div>
          <Form.Item
            name="password"
            label="设置密码"
            extra={`至少 ${PASSWORD_LENGTH} 个字，可以是一句话`}
            rules={[schemaRule(Password)]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <OneTimeCodeField />
        </>
      )}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {enrolment ? '完成并登录' : '下一步'}
      </Button>
      <Button type="text" block onClick={back}>
        已有密码，去登录
      </Button>
    </Form>
  );
}

const QUIET = 3;

/** A QR code, always dark on light, since readers fail on the reverse. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 0, ecc: 'M' });
  const side = size + 2 * QUIET;
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])));
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path className={styles.paper} d={`M0 0h${side}v${side}H0z`} />
      <path className={styles.ink} d={dark.join('')} />
    </svg>
  );
}
