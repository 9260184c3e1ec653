/** Setting an account up with the one-time secret: first what the authenticator app needs, then the rest. */
import { useState } from 'react';
import { LoginWire } from '@yugong/domain/staff-account/wire';
import { ask } from '../../api/client';
import { sayError } from '../../api/refusal';
import { lines } from './lines';
import { tidyCode } from './six-digits';
import { useEnter } from './use-login';

interface Typed {
  username: string;
  setup: string;
  password?: string;
  code?: string;
}

export interface Enrolment {
  secret: string;
  uri: string;
}

export function useSetup() {
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const enter = useEnter();

  const send = async ({ username, setup, password, code }: Typed): Promise<void> => {
    setBusy(true);
    setFault(null);
    try {
      const own = { username: username.trim(), setup: setup.trim() };
      const body = password ? { ...own, password, code: tidyCode(code), keep: 'cookie' } : own;
      const answer = await ask(lines.setup, { answer: LoginWire, body });
      if (answer.next === 'done') enter(answer.me);
      else if (answer.next === 'enrol') setEnrolment(answer);
    } catch (error) {
      setFault(sayError(error));
    } finally {
      setBusy(false);
    }
  };
  return { enrolment, send, busy, fault };
}
