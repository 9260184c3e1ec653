/** The editor of a session: fields on one side, a preview of what a worker will see on the other. */
import { Button, Form } from 'antd';
import { useRef, useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useQuery } from '@tanstack/react-query';
import { SessionCheckWire, StaffSessionWire, type SessionInput } from '@yugong/domain/session/staff-wire';
import { describeError } from '../../api/api-error';
import { callApi } from '../../api/client';
import { districtLabel, useDirectory } from '../../api/directory';
import { useWrite, type WriteRequest } from '../../api/use-write';
import { useFormDraft } from '../../parts/form-draft';
import { showFaults } from '../../parts/form-faults';
import { MeanwhileNotice, useMeanwhile, type ReadValues } from '../../parts/meanwhile';
import { Callout } from '../../parts/notice';
import { sessionEndpoints } from './api';
import { SessionFields } from './session-fields';
import {
  sessionFieldLabels,
  toSessionEdit,
  toSessionForm,
  toSessionInput,
  type SessionFormValues,
} from './session-form-values';
import { SessionPreview } from './session-preview';
import styles from './form.module.css';

interface Props {
  /** Null: a new one. */
  id: string | null;
  initial: SessionFormValues;
  /** The version that `initial` is; 0 for a new session. */
  version: number;
}

/** What was typed, with the session that it was typed into. */
interface SessionDraft {
  typed: SessionFormValues;
  read: ReadValues<SessionFormValues>;
}

export function SessionForm({ id, initial, version }: Props) {
  const [form] = Form.useForm<SessionFormValues>();
  const navigate = useNavigate();
  const draft = useFormDraft<SessionDraft>(`session.${id ?? 'new'}`);
  const kept = useRef(draft.read()).current;
  const start = useRef({ ...initial, ...kept?.typed }).current;
  const directory = useDirectory().data;
  const meanwhile = useMeanwhile({
    form,
    read: kept?.read ?? { values: initial, version },
    load: () => loadSession(id ?? ''),
    labels: sessionFieldLabels,
    rebased: (read) => draft.save({ typed: form.getFieldsValue(), read }),
  });
  const sayValue = (field: string, value: unknown): string => {
    const text = typeof value === 'string' ? value : '';
    if (field === 'adcode') return text === '' ? text : districtLabel(directory, text);
    return text.replace('T', ' ');
  };
  const typed: SessionFormValues | undefined = Form.useWatch([], { form, preserve: true });
  const check = useSessionCheck({ ...start, ...typed }, id);
  const save = useWrite(StaffSessionWire, {
    stale: ['sessions'],
    done: (session) => {
      draft.drop();
      void navigate(`/sessions/${session.id}`);
    },
  });
  const send = (values: SessionFormValues): void => {
    const input = toSessionInput({ ...start, ...values });
    if (!input) return;
    const request: WriteRequest = id
      ? { endpoint: sessionEndpoints.edit(id), body: toSessionEdit(input, meanwhile.seen()) }
      : { endpoint: sessionEndpoints.create, body: input };
    save.mutate(request, { onError: (error) => meanwhile.catches(error) || showFaults(form, error) });
  };
  return (
    <div className={styles.sheet}>
      <Form
        form={form}
        layout="vertical"
        initialValues={start}
        onFinish={send}
        onValuesChange={(_changed, typed: SessionFormValues) =>
          draft.save({ typed, read: { values: meanwhile.values(), version: meanwhile.seen() } })
        }
        requiredMark={false}
        scrollToFirstError={{ focus: true, block: 'center' }}
      >
        {save.error && meanwhile.changes.length === 0 && <Callout tone="bad">{describeError(save.error)}</Callout>}
        <MeanwhileNotice meanwhile={meanwhile} labels={sessionFieldLabels} say={sayValue} />
        <SessionFields isNew={id === null} />
        <div className={styles.buttons}>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {id ? '保存' : '创建场次'}
          </Button>
          <Button
            onClick={() => {
              draft.drop();
              void navigate(id ? `/sessions/${id}` : '/sessions');
            }}
          >
            放弃修改
          </Button>
        </div>
      </Form>
      <SessionPreview check={check} />
    </div>
  );
}

/** The session as it is now. */
async function loadSession(id: string): Promise<ReadValues<SessionFormValues>> {
  const session = await callApi(`GET /sessions/${id}`, { answer: StaffSessionWire });
  return { values: toSessionForm(session), version: session.version };
}

const DEBOUNCE_MS = 400;

/**
 * What the service finds in a session while it is typed: faults, warnings, and the preview for workers.
 *
 * @param typed changes with every key; the service is asked when typing pauses
 * @param id of a session that exists already; null for a new one
 */
function useSessionCheck(typed: SessionFormValues | undefined, id: string | null) {
  const [input, setInput] = useState<SessionInput | null>(null);
  const next = JSON.stringify(typed ? toSessionInput(typed) : null);
  useEffect(() => {
    const timer = setTimeout(() => setInput(JSON.parse(next)), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [next]);
  return useQuery({
    queryKey: ['session-check', id, input],
    queryFn: ({ signal }) =>
      callApi(sessionEndpoints.check, { answer: SessionCheckWire, body: { ...input, ...(id ? { id } : {}) }, signal }),
    enabled: input !== null,
    placeholderData: (before) => before,
  });
}
