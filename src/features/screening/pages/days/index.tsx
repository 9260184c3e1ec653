import { useRouter } from '@tarojs/taro';
import { readParam } from '@/platform/navigation';
import { Page } from '@/ui/page';
import { DaysView } from '../../days/days-view';
import { useDays } from '../../days/use-days';
import '@/ui/icon/generated/screening.scss';

export default function DaysPage() {
  const days = useDays(readParam(useRouter().params, 'programme'));
  return (
    <Page title="两癌筛查">
      <DaysView {...days} />
    </Page>
  );
}
