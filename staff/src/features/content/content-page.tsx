import { Link } from 'react-router-dom';
import { Mark } from '../../parts/mark';
import { Page, Section } from '../../parts/page';
import { Answer, Empty } from '../../parts/states';
import { Table } from '../../parts/table';
import { When } from '../../parts/when';
import { useDrafts } from './lines';
import { PasteForm } from './paste-form';
import { Versions } from './versions';

export default function ContentPage() {
  const drafts = useDrafts();
  return (
    <Page title="内容" lead="把通讯全文粘进来，看清楚每一条，再发布。手机上很快就有，不用等新版本。">
      <PasteForm />
      <Section title="草稿">
        <Answer of={drafts} rows={2}>
          {({ drafts: list }) =>
            list.length === 0 ? (
              <Empty title="还没有草稿" />
            ) : (
              <Table
                caption="草稿"
                rows={list}
                rowKey={({ id }) => id}
                columns={[
                  {
                    title: '标题',
                    cell: ({ id, heading }) => <Link to={`/content/drafts/${id}`}>{heading ?? '没有标题的一期'}</Link>,
                  },
                  { title: '粘进来', cell: ({ createdAt }) => <When at={createdAt} /> },
                  {
                    title: '状态',
                    cell: ({ publishedVersion }) =>
                      publishedVersion === null ? (
                        <Mark tone="warn">没发布</Mark>
                      ) : (
                        <Mark tone="good">{`第 ${publishedVersion} 版发布了`}</Mark>
                      ),
                  },
                ]}
              />
            )
          }
        </Answer>
      </Section>
      <Section title="发布过的">
        <Versions />
      </Section>
    </Page>
  );
}
