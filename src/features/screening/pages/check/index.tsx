import { Page } from '@/ui/page';
import { CheckView } from '../../check/check-view';
import { useCheck } from '../../check/use-check';

export default function CheckPage() {
  const check = useCheck();
  return (
    <Page title="两癌筛查">
      <CheckView {...check} />
    </Page>
  );
}
