/** WeChat behind a port: the real one, a demo's, and none. */
export * from './port';
export { demoWechat, noWechat } from './without';
export { readTemplate, sayStart } from './template';
export { realWechat, type WechatOptions } from './real';
