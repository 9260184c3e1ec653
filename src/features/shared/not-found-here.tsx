import { Empty } from '@/ui/empty';

/** The same within a page that has its frame already. */
export function NotFoundHere({ what, listUrl }: { what: string; listUrl: string }) {
  return (
    <Empty
      title={`没有找到这个${what}`}
      explanation="链接可能不完整，或者内容已经撤下。"
      ways={[
        { text: `看全部${what}`, url: listUrl },
        { text: '回首页', url: '/pages/home/index' },
      ]}
    />
  );
}
