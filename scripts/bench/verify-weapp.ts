/**
 * How long the compiled mini-program's checks take beside its build, in the same run: both keep two cores busy with the
 * same source. `npx tsx scripts/bench/verify-weapp.ts`; writes the key `verifyWeapp` of bench/results.json.
 */
import { runNode, script } from '../lib/run';
import { keepResults } from './results';

/** On two cores that nothing else uses; told, not judged, as the machine may be another. */
const WANTED_SECONDS = 90;
const round = (n: number): number => Math.round(n * 100) / 100;

async function main(): Promise<number> {
  const build = await runNode(script('scripts/build.ts', 'weapp'));
  const verify = await runNode(script('scripts/verify-weapp.ts'));
  if (build.code !== 0 || verify.code !== 0) {
    console.error((build.code !== 0 ? build : verify).output);
    return 1;
  }
  keepResults({
    verifyWeapp: {
      buildSeconds: round(build.seconds),
      verifySeconds: round(verify.seconds),
      wantedSeconds: WANTED_SECONDS,
      ratio: round(verify.seconds / build.seconds),
    },
  });
  return 0;
}

void main().then((code) => {
  process.exitCode = code;
});
