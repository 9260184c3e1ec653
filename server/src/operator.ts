/** Who runs this service: nothing goes public that nobody answers for (个人信息保护法 17, 国办函〔2026〕12号). */
import { existsSync, readFileSync } from 'node:fs';
import { isExample, readOperator, vendors, type Operator, type Vendor } from '@yugong/domain/operator';
import { vendorFacts } from '@yugong/domain/operator/words';
import type { Config } from './config';

const HOW = '照 operator.example.json 写，见 docs/deploy.md / fill in operator.json, see docs/deploy.md';

const inUse: Record<Vendor, (config: Config) => boolean> = {
  wechat: ({ wechat }) => wechat !== null,
  'tencent-sms': ({ sms }) => sms !== null,
  'tencent-lbs': ({ geocoding }) => Boolean(geocoding?.tencent),
  tianditu: ({ geocoding }) => Boolean(geocoding?.tianditu),
};

/** What the list of third parties says and the service doesn't do, or the other way round. */
function vendorFaults(operator: Operator, config: Config): string[] {
  return vendors.flatMap((vendor) => {
    const isListed = operator.vendors.includes(vendor);
    const { service, variables } = vendorFacts[vendor];
    if (isListed === inUse[vendor](config)) return [];
    return isListed
      ? [`vendors 里写了 ${vendor}（${service}），但没有配置 ${variables.join('、')}：补上配置，或者删掉 ${vendor}`]
      : [`配置了 ${variables[0]}，但 vendors 里没有 ${vendor}：第三方清单要写全，请补上`];
  });
}

/**
 * Who runs the service; null where nobody says so and it isn't run for real.
 *
 * @throws Error where `operator.json` is at fault, and, under `NODE_ENV=production`, where it is missing, is the example, or
 *   says of third parties what isn't so: one sentence a fault, with what to do
 */
export function operatorOf(config: Config): Operator | null {
  const { operatorFile, production } = config;
  if (!existsSync(operatorFile)) {
    if (production) throw new Error(`正式运行（NODE_ENV=production）要先写明谁在运营：没有 ${operatorFile}。${HOW}`);
    return null;
  }
  const { operator, faults } = readOperator(readFileSync(operatorFile, 'utf8'));
  if (faults) throw new Error([`${operatorFile} 有 ${faults.length} 处要改。${HOW}`, ...faults].join('\n  '));
  if (!production) return operator;
  if (isExample(operator)) throw new Error(`${operatorFile} 还是示例：换成真实的单位。${HOW}`);
  const wrong = vendorFaults(operator, config);
  if (wrong.length > 0) throw new Error([`${operatorFile} 与配置不一致：`, ...wrong].join('\n  '));
  return operator;
}
