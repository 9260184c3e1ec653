import { Link } from 'react-router-dom';
import { ConsolePage, PageSection } from '../../parts/page';
import { QueryResult, EmptyState } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { TimeText } from '../../parts/time';
import { useNewsletterDrafts } from './api';
import { PasteForm } from './paste-form';
import { Versions } from './versions';

export default function ContentPage() {
  const drafts = useNewsletterDrafts();
  return (
    <ConsolePage title="内容" lead="把通讯全文粘进来，看清楚每一条，再发布。手机上很快就有，不用等新版本。">
      <PasteForm />
      <PageSection title="草稿">
        <QueryResult of={drafts} rows={2}>
          {({ drafts: list }) =>
            list.length === 0 ? (
              <EmptyState title="还没有草稿" />
            ) : (
              <DataTable
                caption="草稿"
                rows={list}
                rowKey={({ id }) => id}
                columns={[
                  {
                    title: '标题',
                    cell: ({ id, heading }) => <Link to={`/content/drafts/${id}`}>{heading ?? '没有标题的一期'}</Link>,
                  },
                  { title: '粘进来', cell: ({ createdAt }) => <TimeText at={createdAt} /> },
                  {
                    title: '状态',
                    cell: ({ publishedVersion }) =>
                      publishedVersion === null ? (
                        <StatusTag tone="warn">没发布</StatusTag>
                      ) : (
                        <StatusTag tone="good">{`第 ${publishedVersion} 版发布了`}</StatusTag>
                      ),
                  },
                ]}
              />
            )
          }
        </QueryResult>
      </PageSection>
      <PageSection title="发布过的">
        <Versions />
      </PageSection>
    </ConsolePage>
  );
}
