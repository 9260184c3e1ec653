/** What an import found: first the faults, then the notes, then the records that it would write. */
import { Callout } from '../../parts/notice';
import { PageSection } from '../../parts/page';
import { StatusTag } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { sheetPosition, type StationImportWire } from './import-report';

const importStatusLabels = { new: '新增', changed: '有改动', same: '无变化' } as const;
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
        title={`${file}（${format ?? '无法识别'}，${rows} 行）`}
      >
        <p>
          新增 {counts.new}，有改动 {counts.changed}，无变化 {counts.same}，有问题 {counts.bad}。
          {rows === 0 && faults.length === 0
            ? '表格里还没有驿站，只有表头和示例行。'
            : written
              ? '已写入。'
              : '目前没有改动。'}
        </p>
      </Callout>
      {faults.length > 0 && (
        <PageSection title={`${faults.length} 处需要先修改`}>
          <DataTable
            caption="需要先修改的地方"
            rows={faults.slice(0, MAX_ROWS_SHOWN)}
            rowKey={(one) => `${one.row} ${one.column} ${one.message}`}
            columns={[
              { title: '位置', cell: sheetPosition },
              { title: '问题', cell: ({ message }) => message },
              { title: '应为', cell: ({ expected }) => expected },
            ]}
          />
        </PageSection>
      )}
      {notes.length > 0 && (
        <PageSection title="请核对（不影响写入）">
          <DataTable
            caption="请核对"
            rows={notes.slice(0, MAX_ROWS_SHOWN)}
            rowKey={(one) => `${one.row} ${one.column} ${one.message}`}
            columns={[
              { title: '位置', cell: sheetPosition },
              { title: '提示', cell: ({ message }) => message },
            ]}
          />
        </PageSection>
      )}
      {toWrite.length > 0 && (
        <PageSection title={`将新增或改动 ${toWrite.length} 个`}>
          <DataTable
            caption="将新增或改动的"
            rows={toWrite.slice(0, MAX_ROWS_SHOWN)}
            rowKey={({ id }) => id}
            columns={[
              { title: '名称', cell: ({ title }) => title },
              { title: '行号', cell: ({ row }) => row, number: true },
              {
                title: '状态',
                cell: ({ status }) => (
                  <StatusTag tone={status === 'new' ? 'good' : 'warn'}>{importStatusLabels[status]}</StatusTag>
                ),
              },
            ]}
          />
          {toWrite.length > MAX_ROWS_SHOWN && <p className="quiet">只列出前 {MAX_ROWS_SHOWN} 个。</p>}
        </PageSection>
      )}
    </>
  );
}
