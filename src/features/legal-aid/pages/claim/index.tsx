import { ClaimView } from '../../claim/claim-view';
import { useClaim } from '../../claim/use-claim';
import { LegalPage } from '../../parts/legal-page';
import '@/ui/icon/generated/legal-aid.scss';

export default function ClaimPage() {
  const claim = useClaim();
  return (
    <LegalPage title="写仲裁申请书" lead="仲裁：先由仲裁委员会断，不收费。写好了打印、签名、交过去。">
      <ClaimView {...claim} />
    </LegalPage>
  );
}
