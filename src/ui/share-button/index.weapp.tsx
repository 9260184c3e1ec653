import { WechatButton } from '../wechat-button';

/** Shares the page with a friend; title and path come from the page's share hook. */
export function ShareButton(_props: { title: string }) {
  return <WechatButton text="转发" icon="share-2" openType="share" />;
}
