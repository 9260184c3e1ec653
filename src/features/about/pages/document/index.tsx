import { useRouter } from '@tarojs/taro';
import { readParam } from '@/platform/navigation';
import { Page } from '@/ui/page';
import { aboutUrl } from '../..';
import { NotFound } from '../../../shared/not-found';
import { about } from '../../model';
import { DocumentView } from '../../parts/document-view';

export default function DocumentPage() {
  const id = readParam(useRouter().params, 'id');
  const found = about.documents.find((one) => one.id === id);
  if (!found) return <NotFound what="说明" measure="份" listUrl={aboutUrl()} />;
  return (
    <Page title={found.title}>
      <DocumentView document={found} />
    </Page>
  );
}
