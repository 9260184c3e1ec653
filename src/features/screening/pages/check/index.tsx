import { Page } from '@/ui/page';
import { CheckView } from '../../check/check-view';
import { useEligibilityCheck } from '../../check/use-check';
import '@/ui/icon/generated/screening.scss';

export default function CheckPage() {
  const check = useEligibilityCheck();
  return (
    <Page title="两癌筛查">
      <CheckView {...check} />
    </Page>
  );
}
