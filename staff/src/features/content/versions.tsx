/** What was published, and the way back. */
import { App, Button } from 'antd';
import { PublishedWire, type VersionWire } from '@yugong/domain/publication/wire';
import { useWrite } from '../../api/use-write';
import { Mark } from '../../parts/mark';
import { Answer, Empty } from '../../parts/states';
import { Table } from '../../parts/table';
import { useSaid } from '../../parts/use-said';
import { When } from '../../parts/when';
import { lines, useVersions } from './lines';
import { collectionWords } from './words';

const sayChanged = ({ changed }: VersionWire): string =>
  Object.entries(changed)
    .map(([collection, count]) => `${collectionWords[collection] ?? collection} ${count} 条`)
    .join('，');

export function Versions() {
  const versions = useVersions();
  const { modal } = App.useApp();
  const { done, failed } = useSaid();
  const undo = useWrite(PublishedWire, { stale: ['content'] });
  const tell = ({ done: isDone, faults }: PublishedWire): void =>
    isDone
      ? done('退回去了，手机上很快也会变')
      : failed(new Error(`不能撤回：别的内容还要用到它。${faults.map(({ message }) => message).join('，')}`));
  const askFirst = ({ version }: VersionWire): void =>
    void modal.confirm({
      title: `撤回第 ${version} 版？`,
      content: '这一版新增和改动的内容会回到发布之前的样子。',
      okText: '撤回',
      cancelText: '先不',
      okButtonProps: { danger: true },
      onOk: () => undo.mutateAsync({ line: lines.undo(version) }).then(tell, failed),
    });
  return (
    <Answer of={versions} rows={2}>
      {({ versions: list }) =>
        list.length === 0 ? (
          <Empty title="还没有在这里发布过" />
        ) : (
          <Table
            caption="发布过的版本"
            rows={list}
            rowKey={({ version }) => String(version)}
            columns={[
              { title: '版本', cell: ({ version }) => `第 ${version} 版` },
              { title: '几时', cell: ({ publishedAt }) => <When at={publishedAt} /> },
              { title: '谁', cell: ({ by }) => by },
              { title: '改了什么', cell: (one) => `${sayChanged(one)}${one.note ? `。${one.note}` : ''}` },
              {
                title: '操作',
                actions: true,
                cell: (one) =>
                  one.undoneBy === null ? (
                    <Button onClick={() => askFirst(one)} aria-label={`撤回第 ${one.version} 版`}>
                      撤回
                    </Button>
                  ) : (
                    <Mark tone="quiet">{`第 ${one.undoneBy} 版撤回了`}</Mark>
                  ),
              },
            ]}
          />
        )
      }
    </Answer>
  );
}
