/** What a spreadsheet holds, and what is wrong in it, row by row. */
import * as v from 'valibot';
import { SessionImportWire } from '@yugong/domain/session/staff-wire';
import { usePlaces, districtName } from '../../api/places';
import { Notice } from '../../parts/notice';
import { Section } from '../../parts/page';
import { Table } from '../../parts/table';
import { When } from '../../parts/when';

/** A job's result as a report; null where it is something else. */
export function readReport(result: unknown): SessionImportWire | null {
  const read = v.safeParse(SessionImportWire, result);
  return read.success ? read.output : null;
}

/** As many rows as somebody looks through. */
const SHOWN = 100;

export function ImportReport({ report: { rows, sessions, faults, written } }: { report: SessionImportWire }) {
  const places = usePlaces();
  return (
    <>
      {written > 0 && <Notice tone="good" title={`写好了 ${written} 场`} />}
      {faults.length > 0 && (
        <Section title={`有 ${faults.length} 处要改`}>
          <p>改好表格再选一次；现在什么都没有写进去。</p>
          <Table
            caption="表格里要改的地方"
            rows={faults}
            rowKey={({ row, column, message }) => `${row} ${column} ${message}`}
            columns={[
              { title: '第几行', cell: ({ row }) => `第 ${row} 行` },
              { title: '哪一列', cell: ({ column }) => column ?? '整行' },
              { title: '问题', cell: ({ message }) => message },
              { title: '应该是', cell: ({ expected }) => expected },
            ]}
          />
        </Section>
      )}
      {sessions.length > 0 && (
        <Section title={`读到 ${sessions.length} 场，一共 ${rows} 行`}>
          <Table
            caption="读到的场次"
            rows={sessions.slice(0, SHOWN)}
            rowKey={({ row }) => String(row)}
            columns={[
              { title: '名称', cell: ({ title }) => title },
              { title: '时间', cell: ({ startsAt }) => <When at={startsAt} /> },
              { title: '地点', cell: ({ adcode, place }) => `${districtName(places.data, adcode)} ${place}` },
              { title: '名额', cell: ({ capacity }) => capacity, number: true },
            ]}
          />
          {sessions.length > SHOWN && <p className="quiet">还有 {sessions.length - SHOWN} 场，没有列出来。</p>}
        </Section>
      )}
    </>
  );
}
