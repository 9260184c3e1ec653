import { Page } from '@/ui/page';
import { ServicesView } from './parts/services-view';

export default function ServicesPage() {
  return (
    <Page tab="services">
      <ServicesView />
    </Page>
  );
}
