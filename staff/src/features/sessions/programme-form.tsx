/** Who may come, what they are asked, and what a screening examines. */
import { Button, Form } from 'antd';
import { useNavigate } from 'react-router-dom';
import { StaffProgrammeWire } from '@/domain/staff';
import { sayError } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { showFaults } from '../../parts/faults';
import narrow from '../../parts/narrow.module.css';
import { Notice } from '../../parts/notice';
import { useSaid } from '../../parts/use-said';
import { lines } from './lines';
import { ProgrammeFields, ScreeningFields, TeamFields } from './programme-fields';
import { inputOf, typedOf, type Typed } from './programme-typed';

export function ProgrammeForm({ programme }: { programme: StaffProgrammeWire | null }) {
  const [form] = Form.useForm<Typed>();
  const navigate = useNavigate();
  const { done } = useSaid();
  const kind = Form.useWatch('kind', form) ?? programme?.kind ?? 'screening';
  const save = useWrite(StaffProgrammeWire, {
    stale: ['programmes', 'sessions'],
    done: () => {
      done('存好了');
      void navigate('/sessions/programmes');
    },
  });
  const send = (typed: Typed): void => {
    // Fields of a kind that isn't shown keep what they had.
    const body = inputOf({ ...typedOf(programme), ...typed }, programme);
    const line = programme ? lines.editProgramme(programme.id) : lines.createProgramme;
    save.mutate({ line, body }, { onError: (error) => showFaults(form, error) });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      className={narrow.narrow}
      initialValues={typedOf(programme)}
      onFinish={send}
      requiredMark={false}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      {save.error && <Notice tone="bad">{sayError(save.error)}</Notice>}
      <ProgrammeFields isNew={programme === null} />
      {kind === 'screening' ? <ScreeningFields /> : <TeamFields />}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {programme ? '保存' : '建这个项目'}
      </Button>
    </Form>
  );
}
