/** Whoever sends SMS, as the operator says it. */
import { callableKinds, type CallableKind } from '@yugong/domain/notice';

export interface SmsOptions {
  secretId: string;
  secretKey: string;
  /** Whose SMS application it is (SdkAppId). It should be this service's alone, so that its records are this service's. */
  appId: string;
  /** The approved signature, without brackets. */
  signature: string;
  /** Numbers of the approved templates, whose texts are `smsTexts` of the domain; without one for codes none is sent. */
  templates: Record<CallableKind, string> & { code: string | null };
  receiptToken: string;
  ceilings: { hour: number; day: number };
  region: string;
  /** `https://sms.tencentcloudapi.com`, or a stand-in that speaks its protocol. */
  url: string;
}

function matching(env: NodeJS.ProcessEnv, name: string, pattern: RegExp, expected: string): string {
  const value = env[name] ?? '';
  if (!pattern.test(value)) throw new Error(`${name} ${value === '' ? '没有写' : '不对'}：应为${expected}`);
  return value;
}

const ceiling = (env: NodeJS.ProcessEnv, name: string): number =>
  Number(matching(env, name, /^[1-9]\d{0,6}$/, '一个正整数，如 500'));

function readSmsTemplates(table: string | undefined): SmsOptions['templates'] {
  const name = 'YUGONG_SMS_TEMPLATES';
  const kinds = [...callableKinds, 'code'] as const;
  const found = new Map<(typeof kinds)[number], string>();
  for (const [index, text] of (table ?? '').split(/[\n;]/).entries()) {
    const line = text.trim();
    if (line === '' || line.startsWith('#')) continue;
    const [word, id = '', ...rest] = line.split(/\s+/);
    const kind = kinds.find((one) => one === word);
    if (!kind || !/^\d{4,12}$/.test(id) || rest.length > 0)
      throw new Error(
        `${name} 第 ${index + 1} 行“${line}”不对：应为种类（${kinds.join('、')}）空一格再写模板 ID（数字），如 changed 1234567`,
      );
    if (found.has(kind)) throw new Error(`${name} 第 ${index + 1} 行“${line}”：${kind} 写了两次，应为每种一行`);
    found.set(kind, id);
  }
  const idOf = (kind: CallableKind): string => {
    const id = found.get(kind);
    if (id === undefined) throw new Error(`${name} 少了 ${kind} 一行：应为 ${callableKinds.join('、')} 各一行`);
    return id;
  };
  return {
    offered: idOf('offered'),
    displaced: idOf('displaced'),
    moved: idOf('moved'),
    changed: idOf('changed'),
    cancelled: idOf('cancelled'),
    code: found.get('code') ?? null,
  };
}

/**
 * @returns null where the operator gives no keys: then no SMS is sent
 * @throws Error that names the variable, its line where it has several, and what is expected
 */
export function readSms(env: NodeJS.ProcessEnv): SmsOptions | null {
  if (!env.YUGONG_SMS_SECRET_ID && !env.YUGONG_SMS_SECRET_KEY) return null;
  return {
    secretId: matching(env, 'YUGONG_SMS_SECRET_ID', /^\w{10,128}$/, '腾讯云 API 密钥的 SecretId'),
    secretKey: matching(env, 'YUGONG_SMS_SECRET_KEY', /^\w{10,128}$/, '腾讯云 API 密钥的 SecretKey'),
    appId: matching(env, 'YUGONG_SMS_APP', /^\d{10}$/, '短信应用的 SdkAppId，10 位数字'),
    signature: matching(
      env,
      'YUGONG_SMS_SIGNATURE',
      /^[^\s【】]{2,12}$/u,
      '审核通过的短信签名，2 到 12 个字，不带【】',
    ),
    templates: readSmsTemplates(env.YUGONG_SMS_TEMPLATES),
    receiptToken: matching(env, 'YUGONG_SMS_RECEIPT_TOKEN', /^[\w-]{32,128}$/, '32 个以上的字母或数字，别人猜不出'),
    ceilings: { hour: ceiling(env, 'YUGONG_SMS_HOURLY'), day: ceiling(env, 'YUGONG_SMS_DAILY') },
    region: env.YUGONG_SMS_REGION ?? 'ap-guangzhou',
    url: env.YUGONG_SMS_API ?? 'https://sms.tencentcloudapi.com',
  };
}
