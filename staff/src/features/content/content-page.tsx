import { Link } from 'react-router-dom';
import { ConsolePage, PageSection } from '../../parts/page';
import { QueryResult, EmptyState } from '../../parts/states';
import { StatusTag } from '../../parts/status-tag';
import { DataTable } from '../../parts/table';
import { TimeText } from '../../parts/time';
import { useNewsletterDrafts } from './api';
import { HolidaysForm } from './holidays-form';
import { PasteForm } from './paste-form';
import { PlansSection } from './plans-section';
import { PublishedRecords } from './published-records';
import { Versions } from './versions';

export default function ContentPage() {
  const drafts = useNewsletterDrafts();
  return (
    <ConsolePage
      title="内容发布"
      lead="粘贴通讯全文，逐条核对后发布；也可以单独写一条、改一条、下架一条。发布后手机上很快就能看到。"
    >
      <PasteForm />
      <PageSection title="通讯草稿">
        <QueryResult of={drafts} rows={2}>
          {({ drafts: list }) =>
            list.length === 0 ? (
              <EmptyState title="暂无草稿" />
            ) : (
              <DataTable
                caption="草稿"
                rows={list}
                rowKey={({ id }) => id}
                columns={[
                  {
                    title: '标题',
                    cell: ({ id, heading }) => <Link to={`/content/drafts/${id}`}>{heading ?? '未命名的一期'}</Link>,
                  },
                  { title: '粘贴时间', cell: ({ createdAt }) => <TimeText at={createdAt} /> },
                  {
                    title: '状态',
                    cell: ({ publishedVersion }) =>
                      publishedVersion === null ? (
                        <StatusTag tone="warn">未发布</StatusTag>
                      ) : (
                        <StatusTag tone="good">{`已发布，第 ${publishedVersion} 版`}</StatusTag>
                      ),
                  },
                ]}
              />
            )
          }
        </QueryResult>
      </PageSection>
      <PageSection title="单条内容">
        <PublishedRecords />
      </PageSection>
      <PlansSection />
      <PageSection title="放假安排">
        <HolidaysForm />
      </PageSection>
      <PageSection title="已发布的版本">
        <Versions />
      </PageSection>
    </ConsolePage>
  );
}
