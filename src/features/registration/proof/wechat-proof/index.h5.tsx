import type { ProofWire } from '@yugong/domain/registration/detail';
import { Notice } from '@/ui/notice';

/** Browsers have no such button: where there is no other way, they say where there is one. */
export const WechatProof = ({
  ways,
}: {
  ways: ProofWire['ways'];
  busy: boolean;
  onCode: (wechatCode: string) => void;
}) => (ways.includes('sms') ? null : <Notice>浏览器里不能验证手机号，请在微信小程序“渝工随行”里报名。</Notice>);
