/** Logging in: what was answered last decides what is asked next. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { LoginWire, type MeWire } from '@yugong/domain/staff-account/wire';
import { ask } from '../../api/client';
import { keepMe } from '../../api/kept-me';
import { sayError } from '../../api/refusal';
import { lines } from './lines';
import { tidyCode } from './six-digits';

interface Typed {
  username: string;
  password: string;
  code?: string;
}

/** Where one wanted to go; never out of the console. */
export const landing = (next: string | null): string => (next && /^\/[a-z]/.test(next) ? next : '/');

/** Takes the console over for whoever has just come in. */
export function useEnter(): (me: MeWire) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  return (me) => {
    // Nothing of whoever was here before.
    client.clear();
    client.setQueryData(['me'], me);
    keepMe(me);
    void navigate(landing(params.get('next')), { replace: true });
  };
}

export function useLogin() {
  const [step, setStep] = useState<'password' | 'code'>('password');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const enter = useEnter();

  const send = async ({ username, password, code }: Typed): Promise<void> => {
    setBusy(true);
    setFault(null);
    try {
      const body = { username: username.trim(), password, code: tidyCode(code), keep: 'cookie' };
      const answer = await ask(lines.login, { answer: LoginWire, body });
      if (answer.next === 'done') enter(answer.me);
      else setStep('code');
    } catch (error) {
      setFault(sayError(error));
    } finally {
      setBusy(false);
    }
  };
  const again = (): void => {
    setStep('password');
    setFault(null);
  };
  return { step, send, busy, fault, again };
}
