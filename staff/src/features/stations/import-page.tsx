import { Button, Space } from 'antd';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { JobStartedWire } from '@yugong/domain/job/wire';
import { sayError } from '../../api/refusal';
import { saveAnswer } from '../../api/save-file';
import { useWrite } from '../../api/use-write';
import { JobProgress } from '../../parts/job-progress';
import { Notice } from '../../parts/notice';
import { Page } from '../../parts/page';
import { PickFile, type PickedFile } from '../../parts/pick-file';
import { useSaid } from '../../parts/use-said';
import { lines } from './lines';
import { readReport } from './report';
import { StationReport } from './station-report';

interface Wanted {
  write: boolean;
  skipBad: boolean;
}

export default function ImportStationsPage() {
  const [params, setParams] = useSearchParams();
  const [file, setFile] = useState<PickedFile | null>(null);
  const client = useQueryClient();
  const { failed } = useSaid();
  const job = params.get('job');
  const start = useWrite(JobStartedWire, { done: ({ jobId }) => setParams({ job: jobId }, { replace: true }) });
  const send = (picked: PickedFile, wanted: Wanted): void => {
    setFile(picked);
    start.mutate({ line: lines.import, body: { file: picked, ...wanted } });
  };
  return (
    <Page
      title="从表格导入驿站"
      lead="先检查：哪些是新的，哪些变了，哪些要改。"
      back={{ to: '/stations', label: '驿站' }}
      actions={<Button onClick={() => void saveAnswer(lines.template, '驿站.xlsx').catch(failed)}>下载空表</Button>}
    >
      {start.error && <Notice tone="bad">{sayError(start.error)}</Notice>}
      <PickFile busy={start.isPending} picked={(picked) => send(picked, { write: false, skipBad: false })}>
        选表格，先检查
      </PickFile>
      {job && (
        <JobProgress key={job} id={job} over={() => void client.invalidateQueries({ queryKey: ['reports'] })}>
          {(ended) => {
            const report = readReport(ended.result);
            if (!report) return null;
            const good = report.counts.new + report.counts.changed;
            const isBad = report.faults.length > 0;
            return (
              <>
                <StationReport report={report} />
                {!report.written && good > 0 && file && (
                  <Space wrap>
                    <Button
                      type={isBad ? 'default' : 'primary'}
                      loading={start.isPending}
                      onClick={() => send(file, { write: true, skipBad: isBad })}
                    >
                      {isBad ? `有问题的先不管，写进没问题的 ${good} 个` : `把这 ${good} 个写进去`}
                    </Button>
                  </Space>
                )}
                {!report.written && good > 0 && !file && <p>页面刷新过，请重新选一次表格，检查后就能写进去。</p>}
              </>
            );
          }}
        </JobProgress>
      )}
    </Page>
  );
}
