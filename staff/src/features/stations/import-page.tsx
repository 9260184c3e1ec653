import { Button, Space } from 'antd';
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
import { useToast } from '../../parts/use-toast';
import { UndoDialog } from '../content';
import { stationEndpoints } from './api';
import { readStationImport } from './import-report';
import { StationImportReport } from './import-report-view';

interface WriteOptions {
  write: boolean;
  skipBad: boolean;
}

export default function ImportStationsPage() {
  const [params, setParams] = useSearchParams();
  const [file, setFile] = useState<PickedFile | null>(null);
  const client = useQueryClient();
  const { failed } = useToast();
  const job = params.get('job');
  const start = useWrite(JobStartedWire, { done: ({ jobId }) => setParams({ job: jobId }, { replace: true }) });
  const [undoing, setUndoing] = useState<number | null>(null);
  const send = (picked: PickedFile, options: WriteOptions): void => {
    setFile(picked);
    start.mutate({ endpoint: stationEndpoints.import, body: { file: picked, ...options } });
  };
  return (
    <ConsolePage
      title="从表格导入驿站"
      lead="先检查：哪些新增、哪些有变化、哪些需要修改。"
      back={{ to: '/stations/list', label: '驿站名单' }}
      actions={
        <Button onClick={() => void downloadFile(stationEndpoints.template, '驿站.xlsx').catch(failed)}>
          下载模板
        </Button>
      }
    >
      {start.error && <Callout tone="bad">{describeError(start.error)}</Callout>}
      <PickFile busy={start.isPending} picked={(picked) => send(picked, { write: false, skipBad: false })}>
        选择表格并检查
      </PickFile>
      {job && (
        <JobProgress key={job} id={job} onEnd={() => void client.invalidateQueries({ queryKey: ['reports'] })}>
          {(ended) => {
            const report = readStationImport(ended.result);
            if (!report) return null;
            const good = report.counts.new + report.counts.changed;
            const isBad = report.faults.length > 0;
            return (
              <>
                <StationImportReport report={report} />
                {!report.written && good > 0 && file && (
                  <Space wrap>
                    <Button
                      type={isBad ? 'default' : 'primary'}
                      loading={start.isPending}
                      onClick={() => send(file, { write: true, skipBad: isBad })}
                    >
                      {isBad ? `跳过有问题的，写入其余 ${good} 个` : `写入这 ${good} 个`}
                    </Button>
                  </Space>
                )}
                {report.version !== undefined && (
                  <Button onClick={() => setUndoing(report.version ?? null)}>撤回这次导入</Button>
                )}
                {!report.written && good > 0 && !file && <p>页面已刷新，请重新选择表格，检查后即可写入。</p>}
              </>
            );
          }}
        </JobProgress>
      )}
      {undoing !== null && (
        <UndoDialog
          version={undoing}
          endpoint={stationEndpoints.undo(undoing)}
          stale={['stations', 'reports']}
          close={() => setUndoing(null)}
        />
      )}
    </ConsolePage>
  );
}
