import { Link } from 'react-router-dom';
import { districtName, usePlaces } from '../../api/places';
import { LinkButton } from '../../parts/link-button';
import { Page } from '../../parts/page';
import { Answer, Empty } from '../../parts/states';
import { Table } from '../../parts/table';
import { useProgrammes } from './lines';
import { kindWords } from './words';

export default function ProgrammesPage() {
  const programmes = useProgrammes();
  const places = usePlaces();
  return (
    <Page
      title="项目"
      lead="一个项目有很多场；谁能来、要填什么、一个人能报几次，写在项目里。"
      back={{ to: '/sessions', label: '场次' }}
      actions={
        <LinkButton to="/sessions/programmes/new" type="primary">
          新的项目
        </LinkButton>
      }
    >
      <Answer of={programmes}>
        {({ programmes: list }) =>
          list.length === 0 ? (
            <Empty title="还没有项目" />
          ) : (
            <Table
              caption="项目"
              rows={list}
              rowKey={({ id }) => id}
              columns={[
                { title: '名称', cell: ({ id, title }) => <Link to={`/sessions/programmes/${id}`}>{title}</Link> },
                { title: '种类', cell: ({ kind }) => kindWords[kind] },
                { title: '范围', cell: ({ adcode }) => districtName(places.data, adcode) },
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
      </Answer>
    </Page>
  );
}
