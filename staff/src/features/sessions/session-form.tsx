/** The editor: fields on one side, what a worker will see on the other. */
import { Button, Form } from 'antd';
import { useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { sayError } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { draftOf } from '../../parts/draft';
import { showFaults } from '../../parts/faults';
import { Notice } from '../../parts/notice';
import { lines } from './lines';
import { Preview } from './preview';
import { SessionFields } from './session-fields';
import { editOf, inputOf, type Typed } from './typed';
import { useCheck } from './use-check';
import styles from './form.module.css';

interface Props {
  /** Null: a new one. */
  id: string | null;
  initial: Typed;
}

export function SessionForm({ id, initial }: Props) {
  const [form] = Form.useForm<Typed>();
  const navigate = useNavigate();
  const draft = useRef(draftOf<Typed>(`session.${id ?? 'new'}`)).current;
  const start = useRef({ ...initial, ...draft.read() }).current;
  const typed = Form.useWatch([], { form, preserve: true }) as Typed | undefined;
  const check = useCheck({ ...start, ...typed }, id);
  const save = useWrite(StaffSessionWire, {
    stale: ['sessions'],
    done: (session) => {
      draft.drop();
      void navigate(`/sessions/${session.id}`);
    },
  });
  const send = (values: Typed): void => {
    const input = inputOf({ ...start, ...values });
    if (!input) return;
    const wanted = id ? { line: lines.edit(id), body: editOf(input) } : { line: lines.create, body: input };
    save.mutate(wanted as Parameters<typeof save.mutate>[0], { onError: (error) => showFaults(form, error) });
  };
  return (
    <div className={styles.sheet}>
      <Form
        form={form}
        layout="vertical"
        initialValues={start}
        onFinish={send}
        onValuesChange={(_changed, all: Typed) => draft.keep(all)}
        requiredMark={false}
        scrollToFirstError={{ focus: true, block: 'center' }}
      >
        {save.error && <Notice tone="bad">{sayError(save.error)}</Notice>}
        <SessionFields isNew={id === null} />
        <div className={styles.buttons}>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {id ? '保存' : '建这一场'}
          </Button>
          <Button
            onClick={() => {
              draft.drop();
              void navigate(id ? `/sessions/${id}` : '/sessions');
            }}
          >
            不改了
          </Button>
        </div>
      </Form>
      <Preview check={check} />
    </div>
  );
}
