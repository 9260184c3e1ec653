import { Link } from 'react-router-dom';
import { districtLabel, useDirectory } from '../../api/directory';
import { LinkButton } from '../../parts/link-button';
import { ConsolePage } from '../../parts/page';
import { QueryResult, EmptyState } from '../../parts/states';
import { DataTable } from '../../parts/table';
import { useProgrammes } from './api';
import { programmeKindLabels } from './labels';

export default function ProgrammesPage() {
  const programmes = useProgrammes();
  const directory = useDirectory();
  return (
    <ConsolePage
      title="项目"
      lead="一个项目有很多场；谁能来、要填什么、一个人能报几次，写在项目里。"
      back={{ to: '/sessions', label: '场次' }}
      actions={
        <LinkButton to="/sessions/programmes/new" type="primary">
          新的项目
        </LinkButton>
      }
    >
      <QueryResult of={programmes}>
        {({ programmes: list }) =>
          list.length === 0 ? (
            <EmptyState title="还没有项目" />
          ) : (
            <DataTable
              caption="项目"
              rows={list}
              rowKey={({ id }) => id}
              columns={[
                { title: '名称', cell: ({ id, title }) => <Link to={`/sessions/programmes/${id}`}>{title}</Link> },
                { title: '种类', cell: ({ kind }) => programmeKindLabels[kind] },
                { title: '范围', cell: ({ adcode }) => districtLabel(directory.data, adcode) },
                { title: '主办', cell: ({ organiser }) => organiser },
                {
                  title: '操作',
                  actions: true,
                  cell: ({ id, title }) => (
                    <LinkButton to={`/sessions/new?programme=${id}`} aria-label={`给“${title}”加一场`}>
                      加一场
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
