/** Sets an account up with the setup code: first what the authenticator app needs, then the rest. */
import { Form } from 'antd';
import { useState } from 'react';
import { LoginWire } from '@yugong/domain/staff-account/wire';
import { ApiError, describeError, describeFieldFault } from '../../api/api-error';
import { callApi } from '../../api/client';
import { showFaults } from '../../parts/form-faults';
import { accountEndpoints } from './api';
import { normaliseCode } from './one-time-code';
import { useEnterConsole } from './use-login';

interface SetupFormValues {
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
  const [form] = Form.useForm<SetupFormValues>();
  const enter = useEnterConsole();

  const send = async ({ username, setup, password, code }: SetupFormValues): Promise<void> => {
    setBusy(true);
    setFault(null);
    try {
      const own = { username: username.trim(), setup: setup.trim() };
      const body = password ? { ...own, password, code: normaliseCode(code), keep: 'cookie' } : own;
      const answer = await callApi(accountEndpoints.setup, { answer: LoginWire, body });
      if (answer.next === 'done') enter(answer.me);
      else if (answer.next === 'enrol') setEnrolment(answer);
    } catch (error) {
      if (error instanceof ApiError && error.code === 'staff-login-failed' && !password) {
        form.setFields([{ name: 'setup', errors: ['用户名或开通码不对，或开通码已过期'] }]);
        form.scrollToField('setup', { focus: true });
      } else if (!showFaults(form, error)) {
        const [first] = error instanceof ApiError ? error.errors : [];
        setFault(first ? describeFieldFault(first) : describeError(error));
      }
    } finally {
      setBusy(false);
    }
  };
  return { form, enrolment, send, busy, fault };
}
