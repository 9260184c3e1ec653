import { useParams, useNavigate } from 'react-router-dom';
import { Button, Form } from 'antd';
import { useRef } from 'react';
import { StaffProgrammeWire } from '@yugong/domain/programme/staff-wire';
import { describeError } from '../../api/api-error';
import { callApi } from '../../api/client';
import { useDirectory } from '../../api/directory';
import { useWrite } from '../../api/use-write';
import { useFormDraft } from '../../parts/form-draft';
import { showFaults } from '../../parts/form-faults';
import { MeanwhileNotice, useMeanwhile, type ReadValues } from '../../parts/meanwhile';
import { Callout } from '../../parts/notice';
import { ConsolePage } from '../../parts/page';
import { QueryResult, EmptyState } from '../../parts/states';
import { useToast } from '../../parts/use-toast';
import { useProgrammes, sessionEndpoints } from './api';
import { programmeFormFaults } from './programme-faults';
import { ProgrammeFields, TeamFields } from './programme-fields';
import {
  programmeFieldLabels,
  sayProgrammeValue,
  toProgrammeForm,
  toProgrammeInput,
  type ProgrammeFormValues,
} from './programme-form-values';
import { ProgrammePreview } from './programme-preview';
import { ScreeningFields } from './rules/screening-fields';
import styles from './form.module.css';

const back = { to: '/sessions/programmes', label: '项目' };

export default function ProgrammePage() {
  const { id } = useParams();
  const programmes = useProgrammes();
  if (!id)
    return (
      <ConsolePage title="新建项目" back={back}>
        <ProgrammeForm programme={null} />
      </ConsolePage>
    );
  const one = programmes.data?.programmes.find((programme) => programme.id === id);
  return (
    <ConsolePage title={one?.title ?? '项目'} back={back}>
      <QueryResult of={programmes}>
        {() => {
          if (!one) return <EmptyState title="项目不存在，或你没有权限" />;
          return one.editable ? (
            <ProgrammeForm programme={one} />
          ) : (
            <Callout tone="warn" title="这是全市的项目">
              由市总工会修改；你可以为它新增本区县的场次。
            </Callout>
          );
        }}
      </QueryResult>
    </ConsolePage>
  );
}

/** What was typed, with the programme that it was typed into. */
interface ProgrammeDraft {
  typed: ProgrammeFormValues;
  read: ReadValues<ProgrammeFormValues>;
}

/** The programme as it is now. */
async function loadProgramme(id: string): Promise<ReadValues<ProgrammeFormValues>> {
  const programme = await callApi(`GET /programmes/${id}`, { answer: StaffProgrammeWire });
  return { values: toProgrammeForm(programme), version: programme.version };
}

/** The editor of a programme: fields on one side, a preview of what a worker will see on the other. */
function ProgrammeForm({ programme }: { programme: StaffProgrammeWire | null }) {
  const [form] = Form.useForm<ProgrammeFormValues>();
  const navigate = useNavigate();
  const { done } = useToast();
  const draft = useFormDraft<ProgrammeDraft>(`programme.${programme?.id ?? 'new'}`);
  const kept = useRef(draft.read()).current;
  const start = useRef({ ...toProgrammeForm(programme), ...kept?.typed }).current;
  const directory = useDirectory().data;
  const meanwhile = useMeanwhile({
    form,
    read: kept?.read ?? { values: toProgrammeForm(programme), version: programme?.version ?? 0 },
    load: () => loadProgramme(programme?.id ?? ''),
    labels: programmeFieldLabels,
    rebased: (read) => draft.save({ typed: form.getFieldsValue(true), read }),
  });
  const watched: ProgrammeFormValues | undefined = Form.useWatch([], { form, preserve: true });
  const typed = watched ?? start;
  // Fields that aren't shown for this kind or choice keep their values.
  const input = toProgrammeInput({ ...start, ...typed, rules: { ...start.rules, ...typed.rules } }, programme);
  const faults = programmeFormFaults(input);
  const leave = (): void => {
    draft.drop();
    void navigate('/sessions/programmes');
  };
  const save = useWrite(StaffProgrammeWire, {
    stale: ['programmes', 'sessions'],
    done: () => {
      done('已保存');
      leave();
    },
  });
  const send = (): void => {
    // The preview beside the form shows the faults already.
    if (faults.length > 0) return;
    const request = programme
      ? { endpoint: sessionEndpoints.editProgramme(programme.id), body: { ...input, seen: meanwhile.seen() } }
      : { endpoint: sessionEndpoints.createProgramme, body: input };
    save.mutate(request, { onError: (error) => meanwhile.catches(error) || showFaults(form, error) });
  };
  return (
    <div className={styles.sheet}>
      <Form
        form={form}
        layout="vertical"
        initialValues={start}
        onFinish={send}
        onValuesChange={() =>
          draft.save({
            typed: form.getFieldsValue(true),
            read: { values: meanwhile.values(), version: meanwhile.seen() },
          })
        }
        requiredMark={false}
        scrollToFirstError={{ focus: true, block: 'center' }}
      >
        {save.error && meanwhile.changes.length === 0 && <Callout tone="bad">{describeError(save.error)}</Callout>}
        <MeanwhileNotice
          meanwhile={meanwhile}
          labels={programmeFieldLabels}
          say={(field, value) => sayProgrammeValue(field, value, directory)}
        />
        <ProgrammeFields isNew={programme === null} />
        {input.kind === 'screening' ? <ScreeningFields /> : <TeamFields />}
        <div className={styles.buttons}>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {programme ? '保存' : '创建项目'}
          </Button>
          <Button onClick={leave}>放弃修改</Button>
        </div>
      </Form>
      <ProgrammePreview input={input} faults={faults} />
    </div>
  );
}
