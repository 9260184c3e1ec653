import { useState, useEffect, type ReactNode } from 'react';
import { Button, Form, Input } from 'antd';
import { Link, useSearchParams } from 'react-router-dom';
import { helpPath, helpSectionOf } from '../../parts/help-sections';
import { Callout } from '../../parts/notice';
import { SetupForm } from './setup-form';
import { OneTimeCodeField } from './six-digits';
import { useLogin } from './use-login';
import styles from './front.module.css';

export default function LoginPage() {
  const [first, setFirst] = useState(() => new URLSearchParams(location.search).has('setup'));
  return first ? (
    <LoginFrame title="首次登录">
      <SetupForm back={() => setFirst(false)} />
    </LoginFrame>
  ) : (
    <LoginFrame title="登录">
      <LoginForm first={() => setFirst(true)} />
    </LoginFrame>
  );
}

/** The page around the sign-in forms. */
function LoginFrame({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · 渝工随行管理台`;
  }, [title]);
  return (
    <main className={styles.front}>
      <header className={styles.brand}>
        <p className={styles.name}>渝工随行</p>
        <p className={styles.sub}>工会管理台</p>
      </header>
      <section className={styles.form} aria-label={title}>
        <h1 className={styles.title}>{title}</h1>
        {children}
        <p className="quiet">
          <Link to={helpPath(helpSectionOf('/login'))} target="_blank">
            帮助
          </Link>
        </p>
      </section>
    </main>
  );
}

/** Why somebody is asked to sign in, by what the address says. */
const loginReasons: Readonly<Record<string, string>> = {
  ended: '登录已结束：太久没有操作，或账号在别处退出、有了改动。填好的内容还在，请重新登录。',
  page: '这一页要登录后才能看。',
};

/** Asks for name and password, then for the authenticator app's code. */
function LoginForm({ first }: { first: () => void }) {
  const { step, send, busy, fault, again } = useLogin();
  const [params] = useSearchParams();
  const why = loginReasons[params.get('why') ?? ''];
  return (
    <Form layout="vertical" onFinish={send} requiredMark={false} disabled={busy}>
      {fault ? <Callout tone="bad">{fault}</Callout> : why && <Callout tone="warn">{why}</Callout>}
      <div hidden={step === 'code'}>
        <Form.Item name="username" label="用户名" rules={[{ required: true, message: '请填写用户名' }]}>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      </div>
      {step === 'code' && <OneTimeCodeField />}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {step === 'code' ? '登录' : '下一步'}
      </Button>
      {step === 'code' ? (
        <Button type="text" block onClick={again}>
          换账号登录
        </Button>
      ) : (
        <Button type="text" block onClick={first}>
          首次登录，我有管理员给的开通码
        </Button>
      )}
    </Form>
  );
}
