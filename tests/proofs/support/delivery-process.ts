/** A process that delivers, to be killed: it takes the time and the providers' receipts from its parent, and no more. */
import { buildService } from '../../../server/src/app';
import { readConfig, type Config } from '../../../server/src/config';
import { sweepDeliveries } from '../../../server/src/delivery/engine';
import { sweepOffers } from '../../../server/src/maintenance';
import { openService } from '../../../server/src/service';
import { tencentSms } from '../../../server/src/sms/tencent';
import type { SmsOptions } from '../../../server/src/sms';
import { realWechat, type WechatOptions } from '../../../server/src/wechat';

export interface DeliveryStart {
  config: Partial<Config>;
  wechat: WechatOptions;
  sms: SmsOptions;
}

/** What the parent says: how late it is, and what the providers tell meanwhile. */
export interface DeliveryStep {
  now: number;
  posts: { url: string; body: object }[];
}

/** Nothing is sent a fourth time within a step, so more rounds than this find nothing to do. */
const ROUNDS = 40;

async function run({ config, wechat, sms }: DeliveryStart): Promise<void> {
  let now = 0;
  const service = await openService(
    { ...readConfig({}), demo: false, ...config },
    { now: () => now, maintenance: false, wechat: realWechat(wechat), sms: tencentSms(sms, 1000) },
  );
  const app = await buildService(service);
  process.on('message', (step: DeliveryStep) => {
    now = step.now;
    void (async () => {
      for (const { url, body } of step.posts) await app.inject({ method: 'POST', url, payload: body });
      await sweepOffers(service);
      for (let round = 0; round < ROUNDS && (await sweepDeliveries(service)) > 0; round += 1);
      process.send?.('done');
    })();
  });
  process.on('SIGTERM', () => void service.close().then(() => process.exit(0)));
  process.send?.('ready');
}

const start: DeliveryStart = JSON.parse(process.env.DELIVERY_START ?? '{}');
void run(start);
