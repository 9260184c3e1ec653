/** What an import found: first what must be mended, then what to look at, then what it would become. */
import { Mark } from '../../parts/mark';
import { Notice } from '../../parts/notice';
import { Section } from '../../parts/page';
import { Table } from '../../parts/table';
import { sayPlace, type ImportReport } from './report';

const statusWords = { new: '新的', changed: '有改动', same: '一样' } as const;
const MOST = 100;

export function StationReport({
  report: { file, format, rows, counts, stations, faults, notes, written },
}: {
  report: ImportReport;
}) {
  const told = stations.filter(({ status }) => status !== 'same');
  return (
    <>
      <Notice
        tone={written ? 'good' : faults.length > 0 ? 'bad' : 'warn'}
        title={`${file}（${format ?? '读不出来'}，${rows} 行）`}
      >
        <p>
          新 {counts.new}，有改动 {counts.changed}，已有且相同 {counts.same}，有问题 {counts.bad}。
          {written ? '写进去了。' : '现在什么都没有改。'}
        </p>
      </Notice>
      {faults.length > 0 && (
        <Section title={`要先改好的 ${faults.length} 处`}>
          <Table
            caption="要先改好的"
            rows={faults.slice(0, MOST)}
            rowKey={(one) => `${one.row} ${one.column} ${one.message}`}
            columns={[
              { title: '哪里', cell: sayPlace },
              { title: '问题', cell: ({ message }) => message },
              { title: '应为', cell: ({ expected }) => expected },
            ]}
          />
        </Section>
      )}
      {notes.length > 0 && (
        <Section title="请看一眼，不妨碍写入">
          <Table
            caption="请看一眼"
            rows={notes.slice(0, MOST)}
            rowKey={(one) => `${one.row} ${one.column} ${one.message}`}
            columns={[
              { title: '哪里', cell: sayPlace },
              { title: '看什么', cell: ({ message }) => message },
            ]}
          />
        </Section>
      )}
      {told.length > 0 && (
        <Section title={`会新增或改动的 ${told.length} 个`}>
          <Table
            caption="会新增或改动的"
            rows={told.slice(0, MOST)}
            rowKey={({ id }) => id}
            columns={[
              { title: '名称', cell: ({ title }) => title },
              { title: '第几行', cell: ({ row }) => row, number: true },
              {
                title: '怎样',
                cell: ({ status }) => <Mark tone={status === 'new' ? 'good' : 'warn'}>{statusWords[status]}</Mark>,
              },
            ]}
          />
          {told.length > MOST && <p className="quiet">只列了前 {MOST} 个。</p>}
        </Section>
      )}
    </>
  );
}
