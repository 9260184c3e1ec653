import { Page } from '@/ui/page';
import { MineView } from '../../mine/mine-view';
import { useMine } from '../../mine/use-mine';
import '@/ui/icon/generated/registration.scss';

export default function MinePage() {
  const mine = useMine();
  return (
    <Page title="我的报名" titleIsHeading>
      <MineView {...mine} />
    </Page>
  );
}
