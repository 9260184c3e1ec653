/** WeChat behind its port: the real one, a demo's, and none. */
import { WechatRefusal, type Wechat } from '../kernel/wechat';

export { readTemplates, formatTime } from './templates';
export { readPush } from './push';
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
  // Kept and swept like real ones, and sent to nobody: so none is ever proved to have arrived.
  templates: {},
  send: () => Promise.resolve({ result: 'accepted', providerId: null, segments: 0 }),
  push: null,
  pageCode: null,
  phone: (code) => (isDemo(code) ? Promise.resolve('19900000001') : refuse('wechat-phone-off')()),
};

export const noWechat: Wechat = {
  offersPhone: false,
  openid: refuse('wechat-not-configured'),
  phone: refuse('wechat-phone-off'),
  templates: null,
  send: () => Promise.resolve({ result: 'refused', code: 'no-template' }),
  push: null,
  pageCode: null,
};
