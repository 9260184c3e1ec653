import { ClockView } from '../../clock/clock-view';
import { useClock } from '../../draft/use-clock';
import { LegalPage } from '../../parts/legal-page';
import '@/ui/icon/generated/legal-aid.scss';

export default function ClockPage() {
  const clock = useClock();
  return (
    <LegalPage title="还剩几天" lead="每个期限到哪天、依据哪一条、做什么能重新算。">
      <ClockView {...clock} />
    </LegalPage>
  );
}
