/** Distances: from one place to another, and to thousands at once. */
import { gcj02, metresBetween, metresToAll, spherePoints } from '@yugong/domain/geo';
import { defined } from '@yugong/domain/narrow';

it('measures a degree of longitude and one of latitude at Chongqing', () => {
  expect(metresBetween(gcj02(106.55, 29.56), gcj02(106.56, 29.56))).toBeCloseTo(967.2, 1);
  expect(metresBetween(gcj02(106.55, 29.5), gcj02(106.55, 30.5))).toBeCloseTo(111_195.1, 1);
});

it('measures to many as to each, from a step away to the other side of the earth', () => {
  const here = gcj02(106.577, 29.557);
  const lng: number[] = [here.lng];
  const lat: number[] = [here.lat];
  for (let step = 0; step < 400; step++) {
    // From 1 cm outwards, all around.
    const away = 1e-7 * 1.06 ** step;
    lng.push(here.lng + Math.sin(step) * Math.min(away, 150));
    lat.push(here.lat + Math.cos(step) * Math.min(away, 59));
  }
  const metres = metresToAll(here, spherePoints(lng, lat));
  metres.forEach((way, at) =>
    expect(Math.abs(way - metresBetween(here, gcj02(defined(lng[at]), defined(lat[at]))))).toBeLessThan(0.001),
  );
  expect(metres[0]).toBe(0);
  expect(Math.max(...metres)).toBeGreaterThan(5_000_000);
});

it('knows no distance to a place without a position', () => {
  expect([...metresToAll(gcj02(106.5, 29.5), spherePoints([NaN], [NaN]))]).toEqual([NaN]);
});
