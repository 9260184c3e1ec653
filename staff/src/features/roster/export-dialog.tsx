/** Exports the roster as a spreadsheet: a job that the audit records, with the fields written in full and the reason. */
import { Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { JobStartedWire } from '@yugong/domain/job/wire';
import { personFieldNames, personFields, type PersonFieldName } from '@yugong/domain/person';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { useWrite } from '../../api/use-write';
import { ReasonDialog, type AccessReasonValues } from '../../parts/reason-dialog';
import { useToast } from '../../parts/use-toast';
import { rosterEndpoints } from './api';

const fields = personFieldNames.map((value) => ({ value, label: personFields[value].label }));
const alwaysAsked = personFieldNames.filter((name) => personFields[name].isAlwaysAsked);

export function ExportDialog({ session, close }: { session: StaffSessionWire; close: () => void }) {
  const [chosen, setChosen] = useState<PersonFieldName[]>(alwaysAsked);
  const navigate = useNavigate();
  const { failed } = useToast();
  const start = useWrite(JobStartedWire, {
    stale: ['jobs'],
    done: ({ jobId }) => {
      close();
      void navigate(`/sessions/${session.id}?job=${jobId}`);
    },
  });
  const send = (why: AccessReasonValues): void =>
    start.mutate(
      { endpoint: rosterEndpoints.export(session.id), body: { ...why, fields: chosen } },
      { onError: failed },
    );
  return (
    <ReasonDialog title="导出表格" open yes="导出" busy={start.isPending} onYes={send} onNo={close}>
      <Form layout="vertical" component="div">
        <Form.Item label="完整显示的信息" extra="未勾选的会隐藏部分内容。表格会注明导出人和时间">
          <Checkbox.Group options={fields} value={chosen} onChange={setChosen} />
        </Form.Item>
      </Form>
    </ReasonDialog>
  );
}
