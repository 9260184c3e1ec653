/** Signing in: the last answer decides which step comes next. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { LoginWire, type MeWire } from '@yugong/domain/staff-account/wire';
import { describeError } from '../../api/api-error';
import { callApi } from '../../api/client';
import { storeMe } from '../../api/stored-me';
import { accountEndpoints } from './api';
import { normaliseCode } from './one-time-code';

interface LoginFormValues {
  username: string;
  password: string;
  code?: string;
}

/** The page to land on after signing in, which is never outside the console. */
export const landingPath = (next: string | null): string => (next && /^\/[a-z]/.test(next) ? next : '/');

/** Hands the console over to the person who has just signed in. */
export function useEnterConsole(): (me: MeWire) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  return (me) => {
    // Nothing cached for the previous person may stay.
    client.clear();
    client.setQueryData(['me'], me);
    storeMe(me);
    void navigate(landingPath(params.get('next')), { replace: true });
  };
}

export function useLogin() {
  const [step, setStep] = useState<'password' | 'code'>('password');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const enter = useEnterConsole();

  const send = async ({ username, password, code }: LoginFormValues): Promise<void> => {
    setBusy(true);
    setFault(null);
    try {
      const body = { username: username.trim(), password, code: normaliseCode(code), keep: 'cookie' };
      const answer = await callApi(accountEndpoints.login, { answer: LoginWire, body });
      if (answer.next === 'done') enter(answer.me);
      else setStep('code');
    } catch (error) {
      setFault(describeError(error));
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
