/** The editor of a programme: fields on one side, what a worker will meet on the other. */
import { Button, Form } from 'antd';
import { useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { StaffProgrammeWire } from '@yugong/domain/programme/staff-wire';
import { sayError } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { draftOf } from '../../parts/draft';
import { showFaults } from '../../parts/faults';
import { Notice } from '../../parts/notice';
import { useSaid } from '../../parts/use-said';
import { lines } from './lines';
import { faultsSoFar } from './programme-check';
import { ProgrammeFields, TeamFields } from './programme-fields';
import { ProgrammePreview } from './programme-preview';
import { inputOf, typedOf, type Typed } from './programme-typed';
import { ScreeningFields } from './rules/screening-fields';
import styles from './form.module.css';

export function ProgrammeForm({ programme }: { programme: StaffProgrammeWire | null }) {
  const [form] = Form.useForm<Typed>();
  const navigate = useNavigate();
  const { done } = useSaid();
  const draft = useRef(draftOf<Typed>(`programme.${programme?.id ?? 'new'}`)).current;
  const start = useRef({ ...typedOf(programme), ...draft.read() }).current;
  const typed = (Form.useWatch([], { form, preserve: true }) as Typed | undefined) ?? start;
  // Fields of a kind, or of a choice, that isn't shown keep what they had.
  const input = inputOf({ ...start, ...typed, rules: { ...start.rules, ...typed.rules } }, programme);
  const faults = faultsSoFar(input);
  const leave = (): void => {
    draft.drop();
    void navigate('/sessions/programmes');
  };
  const save = useWrite(StaffProgrammeWire, {
    stale: ['programmes', 'sessions'],
    done: () => {
      done('存好了');
      leave();
    },
  });
  const send = (): void => {
    // Said beside the form already.
    if (faults.length > 0) return;
    const line = programme ? lines.editProgramme(programme.id) : lines.createProgramme;
    save.mutate({ line, body: input }, { onError: (error) => showFaults(form, error) });
  };
  return (
    <div className={styles.sheet}>
      <Form
        form={form}
        layout="vertical"
        initialValues={start}
        onFinish={send}
        onValuesChange={() => draft.keep(form.getFieldsValue(true) as Typed)}
        requiredMark={false}
        scrollToFirstError={{ focus: true, block: 'center' }}
      >
        {save.error && <Notice tone="bad">{sayError(save.error)}</Notice>}
        <ProgrammeFields isNew={programme === null} />
        {input.kind === 'screening' ? <ScreeningFields /> : <TeamFields />}
        <div className={styles.buttons}>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {programme ? '保存' : '建这个项目'}
          </Button>
          <Button onClick={leave}>不改了</Button>
        </div>
      </Form>
      <ProgrammePreview input={input} faults={faults} />
    </div>
  );
}
