import { useRouter } from '@tarojs/taro';
import { readParam } from '@/platform/navigation';
import { Page } from '@/ui/page';
import { TicketPage as Ticket } from '../../ticket/ticket-page';
import '@/ui/icon/generated/registration.scss';

export default function TicketPage() {
  const { params } = useRouter();
  return (
    <Page title="报名凭证">
      <Ticket id={readParam(params, 'id')} itemKey={readParam(params, 'key')} just={readParam(params, 'just')} />
    </Page>
  );
}
