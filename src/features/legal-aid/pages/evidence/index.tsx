import { EvidenceList } from '../../claim/evidence-list';
import { LegalPage } from '../../parts/legal-page';
import '@/ui/icon/generated/legal-aid.scss';

export default function EvidencePage() {
  return (
    <LegalPage title="要存好的证据" lead="有的打个勾。单位手里的，你不用拿到，写明由它交就行。">
      <EvidenceList />
    </LegalPage>
  );
}
