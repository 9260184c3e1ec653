import { Link } from 'react-router-dom';
import { programmeKindLabels } from '@yugong/domain/programme/words';
import { districtLabel, useDirectory } from '../../api/directory';
import { LinkButton } from '../../parts/link-button';
import { ConsolePage } from '../../parts/page';
import { QueryResult, EmptyState } from '../../parts/states';
import { DataTable } from '../../parts/table';
import { useProgrammes } from './api';

export default function ProgrammesPage() {
  const programmes = useProgrammes();
  const directory = useDirectory();
  return (
    <ConsolePage
      title="项目"
      lead="一个项目可以有多场；参加条件、报名信息和次数在项目里设置。"
      back={{ to: '/sessions', label: '场次' }}
      actions={
        <LinkButton to="/sessions/programmes/new" type="primary">
          新建项目
        </LinkButton>
      }
    >
      <QueryResult of={programmes}>
        {({ programmes: list }) =>
          list.length === 0 ? (
            <EmptyState title="暂无项目" />
          ) : (
            <DataTable
              caption="项目"
              rows={list}
              rowKey={({ id }) => id}
              name="programmes"
              columns={[
                {
                  title: '名称',
                  sort: ({ title }) => title,
                  cell: ({ id, title }) => <Link to={`/sessions/programmes/${id}`}>{title}</Link>,
                },
                {
                  title: '种类',
                  sort: ({ kind }) => programmeKindLabels[kind],
                  cell: ({ kind }) => programmeKindLabels[kind],
                },
                {
                  title: '范围',
                  sort: ({ adcode }) => districtLabel(directory.data, adcode),
                  cell: ({ adcode }) => districtLabel(directory.data, adcode),
                },
                { title: '主办', sort: ({ organiser }) => organiser, cell: ({ organiser }) => organiser },
                {
                  title: '操作',
                  actions: true,
                  cell: ({ id, title }) => (
                    <LinkButton to={`/sessions/new?programme=${id}`} aria-label={`为“${title}”新增场次`}>
                      新增场次
                    </LinkButton>
                  ),
                },
              ]}
            />
          )
        }
      </QueryResult>
    </ConsolePage>
  );
}
