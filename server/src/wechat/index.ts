/** WeChat behind a port: the real one, a demo's, and none. */
export * from './port';
export { demoWechat, noWechat } from './without';
export { realWechat, type WechatOptions } from './real';
