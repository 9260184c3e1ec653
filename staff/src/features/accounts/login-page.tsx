import { useState } from 'react';
import { Front } from './front';
import { LoginForm } from './login-form';
import { SetupForm } from './setup-form';

export default function LoginPage() {
  const [first, setFirst] = useState(() => new URLSearchParams(location.search).has('setup'));
  return first ? (
    <Front title="第一次登录">
      <SetupForm back={() => setFirst(false)} />
    </Front>
  ) : (
    <Front title="登录">
      <LoginForm first={() => setFirst(true)} />
    </Front>
  );
}
