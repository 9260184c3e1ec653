/**
 * One cold start of a compiled mini-program: `node --import tsx first-set-data.ts FOLDER` prints how long its logic
 * worked from app.js to the first page's first setData. A process of its own each time, since an engine that has read a
 * script once reads it faster.
 */
import { MiniProgram, noView } from '../../weapp/logic/mini-program';
import { Device } from '../../weapp/logic/device';
import { readBuild } from '../../weapp/build';
import { worked } from '../stations/hand';

const build = readBuild(process.argv[2] ?? '');

async function start(): Promise<void> {
  let first: number | null = null;
  const app = new MiniProgram(build, new Device(), { ...noView, update: () => void (first ??= worked()) });
  const begin = worked();
  await app.launch();
  await app.settle();
  app.close();
  if (first === null) throw new Error('nothing was handed to the view');
  console.log(JSON.stringify({ workedMs: first - begin }));
}

void start().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
