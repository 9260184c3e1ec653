/** A spreadsheet of the roster: which fields in full, and why; made as a job and kept in the audit. */
import { Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { JobStartedWire } from '@yugong/domain/job/wire';
import { personFieldNames, personFields, type PersonFieldName } from '@yugong/domain/person';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { useWrite } from '../../api/use-write';
import { ReasonDialog, type Why } from '../../parts/reason-dialog';
import { useSaid } from '../../parts/use-said';
import { lines } from './lines';

const fields = personFieldNames.map((value) => ({ value, label: personFields[value].label }));
const alwaysAsked = personFieldNames.filter((name) => personFields[name].isAlwaysAsked);

export function ExportDialog({ session, close }: { session: StaffSessionWire; close: () => void }) {
  const [chosen, setChosen] = useState<PersonFieldName[]>(alwaysAsked);
  const navigate = useNavigate();
  const { failed } = useSaid();
  const start = useWrite(JobStartedWire, {
    stale: ['jobs'],
    done: ({ jobId }) => {
      close();
      void navigate(`/sessions/${session.id}?job=${jobId}`);
    },
  });
  const send = (why: Why): void =>
    start.mutate({ line: lines.export(session.id), body: { ...why, fields: chosen } }, { onError: failed });
  return (
    <ReasonDialog title="导出表格" open yes="导出" busy={start.isPending} onYes={send} onNo={close}>
      <Form layout="vertical" component="div">
        <Form.Item label="哪些写全" extra="没勾的打星号。表里会印上你的名字和时间">
          <Checkbox.Group options={fields} value={chosen} onChange={setChosen} />
        </Form.Item>
      </Form>
    </ReasonDialog>
  );
}
