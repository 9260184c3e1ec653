import { AmountsView } from '../../amounts/amounts-view';
import { useAmounts } from '../../amounts/use-amounts';
import { LegalPage } from '../../parts/legal-page';
import '@/ui/icon/generated/legal-aid.scss';

export default function AmountsPage() {
  const amounts = useAmounts();
  return (
    <LegalPage title="算一算" lead="填几个数，马上看到能要多少、怎么算的。都在这部手机上算。">
      <AmountsView {...amounts} />
    </LegalPage>
  );
}
