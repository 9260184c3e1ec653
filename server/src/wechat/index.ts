/** WeChat behind its port: the real one, a demo's, and none. */
import { WechatRefusal, type Wechat } from '../kernel/wechat';

export { readTemplate, formatStart as sayStart } from './reminder';
export { realWechat, type WechatOptions } from './real';

const refuse = (code: 'wechat-phone-off' | 'wechat-not-configured') => (): Promise<never> =>
  Promise.reject(new WechatRefusal(code));

const isDemo = (code: string): boolean => code.startsWith('demo-');

/**
 * A demo: codes that say so themselves. A real phone's code is answered like anywhere without WeChat's keys, so that it
 * goes on without a name; no phone has a code of the demo's, so nothing is offered.
 */
export const demoWechat: Wechat = {
  offersPhone: false,
  openid: (code) => (isDemo(code) ? Promise.resolve(`demo-openid-${code}`) : refuse('wechat-not-configured')()),
  // Kept and swept like real ones, and sent to nobody.
  reminders: { template: null },
  remind: () => Promise.resolve({ sent: true }),
  phone: (code) => (isDemo(code) ? Promise.resolve('19900000001') : refuse('wechat-phone-off')()),
};

export const noWechat: Wechat = {
  offersPhone: false,
  openid: refuse('wechat-not-configured'),
  phone: refuse('wechat-phone-off'),
  reminders: null,
  remind: () => Promise.resolve({ sent: false, final: true, errcode: null }),
};
