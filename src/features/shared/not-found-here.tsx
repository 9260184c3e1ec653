import { Empty } from '@/ui/empty';

export interface NotFoundProps {
  what: string;
  /** The measure word that goes with it: 一条动态, 一篇内容. */
  measure?: string;
  listUrl: string;
  /** What the way to the list is called. */
  back?: string;
}

/** Says within a page that has its frame already that an id or a link leads nowhere, and shows two ways on. */
export function NotFoundHere({ what, measure = '个', listUrl, back = `查看全部${what}` }: NotFoundProps) {
  return (
    <Empty
      title={`没有找到这${measure}${what}`}
      explanation="链接可能不完整，或者内容已经撤下。"
      ways={[
        { text: back, url: listUrl },
        { text: '返回首页', url: '/pages/home/index' },
      ]}
    />
  );
}
