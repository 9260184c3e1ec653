import { Button, Form } from 'antd';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { JobStartedWire } from '@yugong/domain/job/wire';
import { describeError } from '../../api/api-error';
import { downloadFile } from '../../api/save-file';
import { useWrite } from '../../api/use-write';
import { JobProgress } from '../../parts/job-progress';
import { Callout } from '../../parts/notice';
import { ConsolePage } from '../../parts/page';
import { PickFile, type PickedFile } from '../../parts/pick-file';
import { SelectField } from '../../parts/select-field';
import { useToast } from '../../parts/use-toast';
import { sessionEndpoints, useProgrammes } from './api';
import { SessionImportReport, readSessionImport } from './import-report';

export default function ImportSessionsPage() {
  const [params, setParams] = useSearchParams();
  const [file, setFile] = useState<PickedFile | null>(null);
  const [kept, setKept] = useState<ReadonlySet<number>>(new Set());
  const client = useQueryClient();
  const { failed } = useToast();
  const programmes = useProgrammes();
  const programmeId = params.get('programme') ?? '';
  const job = params.get('job');
  const start = useWrite(JobStartedWire, {
    done: ({ jobId }) => setParams({ programme: programmeId, job: jobId }, { replace: true }),
  });
  const send = (picked: PickedFile, write: boolean): void => {
    setFile(picked);
    if (!write) setKept(new Set());
    const keepAlike = write ? [...kept] : [];
    start.mutate({ endpoint: sessionEndpoints.import, body: { programmeId, file: picked, write, keepAlike } });
  };
  const keep = (row: number, isKept: boolean): void =>
    setKept(new Set(isKept ? [...kept, row] : [...kept].filter((one) => one !== row)));
  const options = (programmes.data?.programmes ?? []).map(({ id, title }) => ({ value: id, label: title }));
  return (
    <ConsolePage
      title="从表格导入场次"
      lead="先检查，无误后再写入。"
      back={{ to: '/sessions', label: '场次' }}
      actions={
        <Button onClick={() => void downloadFile(sessionEndpoints.template, '场次.xlsx').catch(failed)}>
          下载模板
        </Button>
      }
    >
      {start.error && <Callout tone="bad">{describeError(start.error)}</Callout>}
      <Form layout="vertical" component="div">
        <Form.Item label="所属项目" htmlFor="programme">
          <SelectField
            id="programme"
            placeholder="请选择"
            options={options}
            value={programmeId}
            onChange={(programme) => setParams({ programme }, { replace: true })}
          />
        </Form.Item>
        {programmeId ? (
          <PickFile busy={start.isPending} picked={(picked) => send(picked, false)}>
            选择表格并检查
          </PickFile>
        ) : (
          <p className="quiet">请先选择项目。</p>
        )}
      </Form>
      {job && (
        <JobProgress key={job} id={job} onEnd={() => void client.invalidateQueries({ queryKey: ['sessions'] })}>
          {(ended) => {
            const report = readSessionImport(ended.result);
            const canWrite = report && report.faults.length === 0 && report.written === 0 && report.sessions.length > 0;
            const wanted = report
              ? report.sessions.length - report.alike.filter(({ row }) => !kept.has(row)).length
              : 0;
            return (
              <>
                {report && <SessionImportReport report={report} kept={kept} keep={canWrite ? keep : null} />}
                {canWrite && file && wanted > 0 && (
                  <Button type="primary" loading={start.isPending} onClick={() => send(file, true)}>
                    写入这 {wanted} 场
                  </Button>
                )}
                {canWrite && !file && <p>页面已刷新，请重新选择表格，检查后即可写入。</p>}
              </>
            );
          }}
        </JobProgress>
      )}
    </ConsolePage>
  );
}
