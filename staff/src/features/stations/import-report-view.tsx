/** What an import found: first the faults, then the notes, then the records that it would write. */
import { Callout } from '../../parts/notice';
import { PageSection } from '../../parts/page';
import { StatusTag } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { sheetPosition, type StationImportWire } from './import-report';

const importStatusLabels = { new: '新的', changed: '有改动', same: '一样' } as const;
const MAX_ROWS_SHOWN = 100;

export function StationImportReport({
  report: { file, format, rows, counts, stations, faults, notes, written },
}: {
  report: StationImportWire;
}) {
  const toWrite = stations.filter(({ status }) => status !== 'same');
  return (
    <>
      <Callout
        tone={written ? 'good' : faults.length > 0 ? 'bad' : 'warn'}
        title={`${file}（${format ?? '读不出来'}，${rows} 行）`}
      >
        <p>
          新 {counts.new}，有改动 {counts.changed}，已有且相同 {counts.same}，有问题 {counts.bad}。
          {written ? '写进去了。' : '现在什么都没有改。'}
        </p>
      </Callout>
      {faults.length > 0 && (
        <PageSection title={`要先改好的 ${faults.length} 处`}>
          <DataTable
            caption="要先改好的"
            rows={faults.slice(0, MAX_ROWS_SHOWN)}
            rowKey={(one) => `${one.row} ${one.column} ${one.message}`}
            columns={[
              { title: '哪里', cell: sheetPosition },
              { title: '问题', cell: ({ message }) => message },
              { title: '应为', cell: ({ expected }) => expected },
            ]}
          />
        </PageSection>
      )}
      {notes.length > 0 && (
        <PageSection title="请看一眼，不妨碍写入">
          <DataTable
            caption="请看一眼"
            rows={notes.slice(0, MAX_ROWS_SHOWN)}
            rowKey={(one) => `${one.row} ${one.column} ${one.message}`}
            columns={[
              { title: '哪里', cell: sheetPosition },
              { title: '看什么', cell: ({ message }) => message },
            ]}
          />
        </PageSection>
      )}
      {toWrite.length > 0 && (
        <PageSection title={`会新增或改动的 ${toWrite.length} 个`}>
          <DataTable
            caption="会新增或改动的"
            rows={toWrite.slice(0, MAX_ROWS_SHOWN)}
            rowKey={({ id }) => id}
            columns={[
              { title: '名称', cell: ({ title }) => title },
              { title: '第几行', cell: ({ row }) => row, number: true },
              {
                title: '怎样',
                cell: ({ status }) => (
                  <StatusTag tone={status === 'new' ? 'good' : 'warn'}>{importStatusLabels[status]}</StatusTag>
                ),
              },
            ]}
          />
          {toWrite.length > MAX_ROWS_SHOWN && <p className="quiet">只列了前 {MAX_ROWS_SHOWN} 个。</p>}
        </PageSection>
      )}
    </>
  );
}
