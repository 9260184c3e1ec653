import type { ProofWire } from '@yugong/domain/registration/detail';
import { Actions } from '@/ui/article';
import { WechatButton } from '@/ui/wechat-button';

/** WeChat's word for the number, by one tap; where its owner says no, the code by SMS is as good. */
export function WechatProof({
  ways,
  busy,
  onCode,
}: {
  ways: ProofWire['ways'];
  busy: boolean;
  onCode: (wechatCode: string) => void;
}) {
  if (!ways.includes('wechat')) return null;
  return (
    <Actions>
      <WechatButton
        text={busy ? '请稍等……' : '用微信手机号验证'}
        openType="getPhoneNumber"
        onGetPhoneNumber={({ detail }: { detail: { code?: string } }) => {
          if (detail.code && !busy) onCode(detail.code);
        }}
      />
    </Actions>
  );
}
