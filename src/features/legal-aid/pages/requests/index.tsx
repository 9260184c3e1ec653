import { useRouter } from '@tarojs/taro';
import { readParam } from '@/platform/navigation';
import { LegalPage } from '../../parts/legal-page';
import { RequestView } from '../../union/request-view';
import { RequestsView } from '../../union/requests-view';
import { useMyRequests } from '../../union/use-my-requests';
import { useRequest } from '../../union/use-request';
import '@/ui/icon/generated/legal-aid.scss';

/** All requests, or with an id in the address one of them. */
export default function RequestsPage() {
  return readParam(useRouter().params, 'id') ? <OneRequest /> : <AllRequests />;
}

function AllRequests() {
  const requests = useMyRequests();
  return (
    <LegalPage title="我的求助" lead="从本机提交的求助和办理进度。">
      <RequestsView {...requests} />
    </LegalPage>
  );
}

function OneRequest() {
  const request = useRequest();
  return (
    <LegalPage title="给工会的求助">
      <RequestView {...request} />
    </LegalPage>
  );
}
