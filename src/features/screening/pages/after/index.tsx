import { Page } from '@/ui/page';
import { AfterView } from '../../after/after-view';
import { useAfter } from '../../after/use-after';
import '@/ui/icon/generated/screening.scss';

export default function AfterPage() {
  const after = useAfter();
  return (
    <Page title="两癌筛查">
      <AfterView {...after} />
    </Page>
  );
}
