import { LegalPage } from '../../parts/legal-page';
import { AskView } from '../../union/ask-view';
import { useAsk } from '../../union/use-ask';
import '@/ui/icon/generated/legal-aid.scss';

export default function AskPage() {
  const ask = useAsk();
  return (
    <LegalPage title="请工会帮忙" lead="写给工会的法律援助人员，不花钱，不告诉你的单位。">
      <AskView {...ask} />
    </LegalPage>
  );
}
