import { useRouter } from '@tarojs/taro';
import { readParam } from '@/platform/navigation';
import { ArticleHead } from '@/ui/article';
import { Page } from '@/ui/page';
import { ComplaintsView, OwnComplaint } from '../../mine/mine-view';
import { useComplaint, useComplaints } from '../../mine/use-complaints';
import '@/ui/icon/generated/feedback.scss';

/** All of them, or with an id in the address one. */
export default function MinePage() {
  const id = readParam(useRouter().params, 'id');
  return (
    <Page title="我的投诉建议">
      <ArticleHead title="我的投诉建议" />
      {id ? <One id={id} /> : <All />}
    </Page>
  );
}

function All() {
  const complaints = useComplaints();
  return <ComplaintsView {...complaints} />;
}

function One({ id }: { id: string }) {
  const complaint = useComplaint(id);
  return <OwnComplaint {...complaint} />;
}
