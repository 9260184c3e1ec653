/** `npm run verify:weapp` on the unbroken build: no finding, and a report as contracted. */
import { runNode, script } from '../../scripts/lib/run';
import type { Report } from '../../scripts/weapp/report';
import { weappBuild, weappDir } from './build';

jest.setTimeout(180_000);

it('finds nothing in a good build, and reports every package and route', async () => {
  const build = await weappBuild();
  const { code, output } = await runNode(script('scripts/verify-weapp.ts', '--dist', weappDir, '--json'));
  const report = JSON.parse(output.slice(output.indexOf('{"packages"'))) as Report;
  expect(report.findings).toEqual([]);
  expect(code).toBe(0);
  expect(Object.keys(report.packages).sort()).toEqual(
    ['main', 'total', ...(build.app.subPackages ?? []).map(({ root }) => root)].sort(),
  );
  expect(report.routes.map(({ route }) => route)).toEqual(build.routes);
  for (const row of report.routes) {
    expect(row).toEqual({
      route: expect.any(String),
      nodes: expect.any(Number),
      depth: expect.any(Number),
      maxChildren: expect.any(Number),
      setDataCalls: expect.any(Number),
      setDataBytes: expect.any(Number),
      maxSetData: expect.any(Number),
    });
    expect(row.nodes).toBeGreaterThan(5);
  }
});
