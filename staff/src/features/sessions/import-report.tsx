/** What an imported spreadsheet holds, and its faults row by row. */
import { Checkbox } from 'antd';
import { Link } from 'react-router-dom';
import * as v from 'valibot';
import { SessionImportWire } from '@yugong/domain/session/staff-wire';
import { useDirectory, districtLabel } from '../../api/directory';
import { Callout } from '../../parts/notice';
import { PageSection } from '../../parts/page';
import { DataTable } from '../../parts/table';
import { TimeText } from '../../parts/time';

/** Parses a job's result; answers null where it isn't an import report. */
export function readSessionImport(result: unknown): SessionImportWire | null {
  const read = v.safeParse(SessionImportWire, result);
  return read.success ? read.output : null;
}

/** More rows than this nobody looks through. */
const MAX_ROWS_SHOWN = 100;

export function SessionImportReport({
  report: { rows, sessions, faults, notes, alike, written },
  kept,
  keep,
}: {
  report: SessionImportWire;
  /** Rows that are to be written though a session is there at their place and time. */
  kept: ReadonlySet<number>;
  /** Changes whether a row is one of them; null once it is too late. */
  keep: ((row: number, isKept: boolean) => void) | null;
}) {
  const directory = useDirectory();
  return (
    <>
      {written > 0 && <Callout tone="good" title={`已写入 ${written} 场`} />}
      {rows === 0 && faults.length === 0 && (
        <Callout tone="warn" title="表格里还没有场次">
          <p>只有表头和示例行。请在下面填写后再选择；示例行不会导入。</p>
        </Callout>
      )}
      {faults.length > 0 && (
        <PageSection title={`${faults.length} 处需要修改`}>
          <p>请修改表格后重新选择；目前没有写入任何内容。</p>
          <DataTable
            caption="表格中需要修改的地方"
            rows={faults}
            rowKey={({ row, column, message }) => `${row} ${column} ${message}`}
            columns={[
              { title: '行号', cell: ({ row }) => `第 ${row} 行` },
              { title: '列', cell: ({ column }) => column ?? '整行' },
              { title: '问题', cell: ({ message }) => message },
              { title: '应为', cell: ({ expected }) => expected },
            ]}
          />
        </PageSection>
      )}
      {alike.length > 0 && (
        <PageSection title={`${alike.length} 场像是已有的`}>
          <p>地点、日期和开始时间都和已有的场次一样，{written > 0 ? '没有选的没有写入。' : '不选就不写入。'}</p>
          <DataTable
            caption="像是已有的场次"
            rows={alike}
            rowKey={({ row }) => String(row)}
            columns={[
              { title: '行号', cell: ({ row }) => `第 ${row} 行` },
              {
                title: '已有的场次',
                cell: ({ sessionId, title }) => <Link to={`/sessions/${sessionId}`}>{title}</Link>,
              },
              {
                title: '选择',
                cell: ({ row }) => (
                  <Checkbox
                    checked={kept.has(row)}
                    disabled={keep === null}
                    onChange={({ target }) => keep?.(row, target.checked)}
                  >
                    {`第 ${row} 行仍要写入`}
                  </Checkbox>
                ),
              },
            ]}
          />
        </PageSection>
      )}
      {notes.length > 0 && (
        <PageSection title="请核对（不影响写入）">
          <DataTable
            caption="请核对"
            rows={notes.slice(0, MAX_ROWS_SHOWN)}
            rowKey={({ row, column, message }) => `${row} ${column} ${message}`}
            columns={[
              { title: '行号', cell: ({ row }) => `第 ${row} 行` },
              { title: '列', cell: ({ column }) => column ?? '整行' },
              { title: '提示', cell: ({ message }) => message },
            ]}
          />
          {notes.length > MAX_ROWS_SHOWN && <p className="quiet">另有 {notes.length - MAX_ROWS_SHOWN} 处未列出。</p>}
        </PageSection>
      )}
      {sessions.length > 0 && (
        <PageSection title={`读取到 ${sessions.length} 场，共 ${rows} 行`}>
          <DataTable
            caption="读取到的场次"
            rows={sessions.slice(0, MAX_ROWS_SHOWN)}
            rowKey={({ row }) => String(row)}
            columns={[
              { title: '名称', cell: ({ title }) => title },
              { title: '时间', cell: ({ startsAt }) => <TimeText at={startsAt} /> },
              { title: '地点', cell: ({ adcode, place }) => `${districtLabel(directory.data, adcode)} ${place}` },
              { title: '名额', cell: ({ capacity }) => capacity, number: true },
            ]}
          />
          {sessions.length > MAX_ROWS_SHOWN && (
            <p className="quiet">另有 {sessions.length - MAX_ROWS_SHOWN} 场未列出。</p>
          )}
        </PageSection>
      )}
    </>
  );
}
