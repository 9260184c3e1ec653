import { Button, Form } from 'antd';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { JobStartedWire } from '@yugong/domain/job/wire';
import { saveAnswer } from '../../api/save-file';
import { sayError } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { Choice } from '../../parts/choice';
import { JobProgress } from '../../parts/job-progress';
import { Notice } from '../../parts/notice';
import { Page } from '../../parts/page';
import { PickFile, type PickedFile } from '../../parts/pick-file';
import { useSaid } from '../../parts/use-said';
import { ImportReport, readReport } from './import-report';
import { lines, useProgrammes } from './lines';

export default function ImportSessionsPage() {
  const [params, setParams] = useSearchParams();
  const [file, setFile] = useState<PickedFile | null>(null);
  const client = useQueryClient();
  const { failed } = useSaid();
  const programmes = useProgrammes();
  const programmeId = params.get('programme') ?? '';
  const job = params.get('job');
  const start = useWrite(JobStartedWire, {
    done: ({ jobId }) => setParams({ programme: programmeId, job: jobId }, { replace: true }),
  });
  const send = (picked: PickedFile, write: boolean): void => {
    setFile(picked);
    start.mutate({ line: lines.import, body: { programmeId, file: picked, write } });
  };
  const options = (programmes.data?.programmes ?? []).map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Page
      title="从表格导入场次"
      lead="先检查，没有错再写进去。"
      back={{ to: '/sessions', label: '场次' }}
      actions={<Button onClick={() => void saveAnswer(lines.template, '场次.xlsx').catch(failed)}>下载空表</Button>}
    >
      {start.error && <Notice tone="bad">{sayError(start.error)}</Notice>}
      <Form layout="vertical" component="div">
        <Form.Item label="这些场次属于哪个项目" htmlFor="programme">
          <Choice
            id="programme"
            placeholder="请选择"
            options={options}
            value={programmeId}
            onChange={(programme) => setParams({ programme }, { replace: true })}
          />
        </Form.Item>
        {programmeId ? (
          <PickFile busy={start.isPending} picked={(picked) => send(picked, false)}>
            选表格，先检查
          </PickFile>
        ) : (
          <p className="quiet">选了项目就能选表格。</p>
        )}
      </Form>
      {job && (
        <JobProgress key={job} id={job} over={() => void client.invalidateQueries({ queryKey: ['sessions'] })}>
          {(ended) => {
            const report = readReport(ended.result);
            const canWrite = report && report.faults.length === 0 && report.written === 0 && report.sessions.length > 0;
            return (
              <>
                {report && <ImportReport report={report} />}
                {canWrite && file && (
                  <Button type="primary" loading={start.isPending} onClick={() => send(file, true)}>
                    把这 {report.sessions.length} 场写进去
                  </Button>
                )}
                {canWrite && !file && <p>页面刷新过，请重新选一次表格，检查后就能写进去。</p>}
              </>
            );
          }}
        </JobProgress>
      )}
    </Page>
  );
}
