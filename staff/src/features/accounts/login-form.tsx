/**
 * Asks for name and password, then for the authenticator app's code. Its fields are plain ones with Ant's inputs: Ant's forms
 * weigh as much as half of React, and who signs in on a weak line waits for this page first. While it is sent a field can't be
 * changed and keeps the focus, which a disabled one would lose.
 */
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from 'antd';
// By their files: the index brings text areas, searches and codes of six boxes.
import Input from 'antd/es/input/Input';
import Password from 'antd/es/input/Password';
import { useSearchParams } from 'react-router-dom';
import { Callout } from '../../parts/notice';
import { CODE_HINT, ONE_TIME_CODE, WRONG_CODE } from './one-time-code';
import { useLogin } from './use-login';
import styles from './front.module.css';

/** Why somebody is asked to sign in, by what the address says. */
const loginReasons: Readonly<Record<string, string>> = {
  ended: '登录已结束：太久没有操作，或账号在别处退出、有了改动。填好的内容还在，请重新登录。',
  page: '这一页要登录后才能看。',
};

const EMPTY = { username: '', password: '', code: '' };
type Values = typeof EMPTY;

/** What is wrong with each field of the step; none where it may be sent. */
function faultsOf({ username, password, code }: Values, step: 'password' | 'code'): Partial<Values> {
  if (step === 'code') return ONE_TIME_CODE.test(code) ? {} : { code: WRONG_CODE };
  return {
    ...(username.trim() === '' ? { username: '请填写用户名' } : {}),
    ...(password === '' ? { password: '请填写密码' } : {}),
  };
}

/** A label above its field, and under it what is wrong or how it is filled in. */
function Field({
  label,
  fault,
  hint,
  children,
}: {
  label: string;
  fault: string | undefined;
  hint?: string;
  children: (input: {
    id: string;
    status?: 'error';
    'aria-invalid': boolean;
    'aria-describedby'?: string;
  }) => ReactNode;
}) {
  const id = useId();
  const said = fault ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': fault !== undefined,
        ...(fault === undefined ? {} : { status: 'error' }),
        ...(said === undefined ? {} : { 'aria-describedby': `${id}-said` }),
      })}
      {said !== undefined && (
        <p
          id={`${id}-said`}
          className={fault === undefined ? styles.hint : styles.fault}
          role={fault === undefined ? undefined : 'alert'}
        >
          {said}
        </p>
      )}
    </div>
  );
}

/** @param first goes to the first sign-in, with a setup code */
export function LoginForm({ first }: { first: () => void }) {
  const { step, send, busy, fault, again } = useLogin();
  const [values, setValues] = useState(EMPTY);
  const [faults, setFaults] = useState<Partial<Values>>({});
  const [params] = useSearchParams();
  const why = loginReasons[params.get('why') ?? ''];
  const set = (name: keyof Values) => (text: string) => {
    setValues({ ...values, [name]: text });
    setFaults({ ...faults, [name]: undefined });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = faultsOf(values, step);
    setFaults(found);
    if (Object.keys(found).length === 0) void send(values);
  };
  return (
    <form onSubmit={submit} noValidate>
      {fault ? <Callout tone="bad">{fault}</Callout> : why && <Callout tone="warn">{why}</Callout>}
      <div hidden={step === 'code'}>
        <Field label="用户名" fault={faults.username}>
          {(input) => (
            <Input
              {...input}
              value={values.username}
              onChange={({ target }) => set('username')(target.value)}
              readOnly={busy}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              autoFocus
            />
          )}
        </Field>
        <Field label="密码" fault={faults.password}>
          {(input) => (
            <Password
              {...input}
              value={values.password}
              onChange={({ target }) => set('password')(target.value)}
              readOnly={busy}
              autoComplete="current-password"
            />
          )}
        </Field>
      </div>
      {step === 'code' && (
        <Field label="动态码" fault={faults.code} hint={CODE_HINT}>
          {(input) => (
            <Input
              {...input}
              value={values.code}
              onChange={({ target }) => set('code')(target.value)}
              readOnly={busy}
              autoFocus
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={8}
            />
          )}
        </Field>
      )}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {step === 'code' ? '登录' : '下一步'}
      </Button>
      {step === 'code' ? (
        <Button type="text" block disabled={busy} onClick={again}>
          换账号登录
        </Button>
      ) : (
        <Button type="text" block disabled={busy} onClick={first}>
          首次登录，我有管理员给的开通码
        </Button>
      )}
    </form>
  );
}
