import { Page } from '@/ui/page';
import { AfterView } from '../../after/after-view';
import { useAfter } from '../../after/use-after';

export default function AfterPage() {
  const after = useAfter();
  return (
    <Page title="两癌筛查">
      <AfterView {...after} />
    </Page>
  );
}
