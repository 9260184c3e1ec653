import { Page } from '@/ui/page';
import { Empty } from '@/ui/empty';

/** The page of an unknown id or a mangled address: says so and shows two ways on. */
export function NotFound({ what, listUrl }: { what: string; listUrl: string }) {
  return (
    <Page title="没有找到">
      <Empty
        title={`没有找到这个${what}`}
        explanation="链接可能不完整，或者内容已经撤下。"
        ways={[
          { text: `看全部${what}`, url: listUrl },
          { text: '回首页', url: '/pages/home/index' },
        ]}
      />
    </Page>
  );
}
