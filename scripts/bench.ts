/**
 * `npm run bench`: every benchmark beside its floor, one after the other, into bench/results.json. Arguments go to the
 * service's: `npm run bench -- --seconds 10`.
 */
import { runNode, script } from './lib/run';

const benchmarks: string[][] = [
  script('scripts/bench/service.ts', ...process.argv.slice(2)),
  script('scripts/bench/rush.ts'),
  script('scripts/bench/attacks.ts'),
  // Memory is told only where rubbish can be collected on request.
  ['--expose-gc', ...script('scripts/bench/stations.ts')],
  ['--expose-gc', ...script('scripts/bench/stations-weapp.ts')],
  script('scripts/bench/door.ts'),
  script('scripts/bench/rooms.ts'),
  script('scripts/bench/verify-weapp.ts'),
  script('scripts/bench/light.ts'),
];

async function bench(): Promise<number> {
  for (const args of benchmarks) {
    const { code } = await runNode(args, { show: true });
    if (code !== 0) return code;
  }
  return 0;
}

void bench().then((code) => {
  process.exitCode = code;
});
