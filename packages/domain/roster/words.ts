/** The roster, in Chinese. */
import type { SignUpSource } from './wire';

/** How somebody signed up. */
export const signUpSourceLabels: Record<SignUpSource, string> = {
  wechat: '微信小程序',
  browser: '手机浏览器',
  staff: '工作人员代报',
  gone: '账号已删除',
};
