/** Everything the operator can say, read once. */
import path from 'node:path';
import { repositoryRoot } from './kernel/root';
import { readGeocoding, type GeocodingOptions } from './geocoding';
import { readSms, type SmsOptions } from './sms';
import { readPush, readTemplates, type WechatOptions } from './wechat';

export interface Config {
  host: string;
  port: number;
  /** Where people find the service, such as `https://yugong.example`; null where the operator doesn't say. */
  origin: string | null;
  dataDir: string;
  databaseUrl: string | null;
  /** Is the database a cluster's? Then the service takes none that would lose what it acknowledged. */
  isCluster: boolean;
  /** Where the metrics are, for the operator's own network; null where nobody asks for them. */
  metrics: { host: string; port: number } | null;
  secret: string | undefined;
  production: boolean;
  /** Says who runs the service; it needn't be there unless `production`. */
  operatorFile: string;
  demo: boolean;
  log: boolean;
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  trustProxy: string | null;
  /** Port of the listener that only WeChat's cloud gateway can reach; its X-WX-OPENID is believed. */
  gatewayPort: number | null;
  wechat: Omit<WechatOptions, 'timeout' | 'now'> | null;
  sms: SmsOptions | null;
  geocoding: GeocodingOptions | null;
}

const number = (text: string | undefined, fallback: number): number => {
  const value = Number(text);
  return text !== undefined && text !== '' && Number.isInteger(value) ? value : fallback;
};

function readMetrics({ YUGONG_METRICS_PORT, YUGONG_METRICS_HOST }: NodeJS.ProcessEnv): Config['metrics'] {
  if (!YUGONG_METRICS_PORT) return null;
  const port = number(YUGONG_METRICS_PORT, 0);
  if (port < 1 || port > 65_535)
    throw new Error(
      `YUGONG_METRICS_PORT 要写端口号（1 到 65535），现在是 ${YUGONG_METRICS_PORT}。 / YUGONG_METRICS_PORT has to be a port.`,
    );
  return { host: YUGONG_METRICS_HOST || '127.0.0.1', port };
}

function readOrigin(text: string | undefined): string | null {
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`)
    throw new Error(
      'YUGONG_SERVICE_ORIGIN 要写服务的网址，如 https://yugong.example，后面不带路径。 / YUGONG_SERVICE_ORIGIN has to be an address without a path.',
    );
  return url.origin;
}

/** @throws Error where something is written wrong: better at the start than in the night */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const { YUGONG_WX_APPID: appId, YUGONG_WX_SECRET: secret } = env;
  if (env.YUGONG_WX_REMINDER)
    throw new Error(
      'YUGONG_WX_REMINDER 改了：模板都写进 YUGONG_WX_TEMPLATES，一种消息一行，如 reminder <模板 ID> thing1=what,time2=start',
    );
  if (env.YUGONG_CLUSTER === '1' && !env.DATABASE_URL)
    throw new Error(
      'YUGONG_CLUSTER=1 要有 DATABASE_URL：只有 PostgreSQL 有集群。 / YUGONG_CLUSTER=1 needs DATABASE_URL: only PostgreSQL has clusters.',
    );
  return {
    host: env.HOST ?? '127.0.0.1',
    port: number(env.PORT, 8787),
    origin: readOrigin(env.YUGONG_SERVICE_ORIGIN),
    dataDir: path.resolve(env.YUGONG_DATA ?? path.join(repositoryRoot, 'var')),
    databaseUrl: env.DATABASE_URL || null,
    isCluster: env.YUGONG_CLUSTER === '1',
    metrics: readMetrics(env),
    secret: env.YUGONG_SECRET || undefined,
    production: env.NODE_ENV === 'production',
    operatorFile: path.resolve(repositoryRoot, env.YUGONG_OPERATOR || 'operator.json'),
    demo: env.YUGONG_DEMO !== '0',
    log: env.YUGONG_LOG === '1',
    trustProxy: env.YUGONG_TRUST_PROXY || null,
    gatewayPort: env.YUGONG_WX_GATEWAY_PORT ? number(env.YUGONG_WX_GATEWAY_PORT, 0) : null,
    wechat:
      appId && secret
        ? {
            appId,
            secret,
            url: env.YUGONG_WX_API ?? 'https://api.weixin.qq.com',
            phone: env.YUGONG_WX_PHONE === '1',
            templates: readTemplates(env.YUGONG_WX_TEMPLATES),
            push: readPush(env.YUGONG_WX_PUSH_TOKEN, env.YUGONG_WX_PUSH_AES_KEY),
          }
        : null,
    sms: readSms(env),
    geocoding: readGeocoding(env),
  };
}
