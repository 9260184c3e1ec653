import { useClock } from '../../draft/use-clock';
import { useDraft } from '../../draft/store';
import { LegalPage } from '../../parts/legal-page';
import { routeFor } from '../../routes/routes';
import { RouteView } from '../../routes/route-view';
import '@/ui/icon/generated/legal-aid.scss';

export default function RoutePage() {
  const draft = useDraft((state) => state.draft);
  const { least } = useClock();
  return (
    <LegalPage title="你可以这样做" lead="这是办事的顺序，不是结论。拿不准的，打电话问了再做。">
      <RouteView steps={routeFor(draft)} least={least} />
    </LegalPage>
  );
}
