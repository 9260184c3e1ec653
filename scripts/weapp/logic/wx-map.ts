/** WeChat's map as the logic layer knows it: a region, markers by id, and whether they are clustered. */
import { answer, Refusal, type CallOptions } from './answer';
import type { MiniProgram } from './mini-program';

/** A marker as WeChat takes it. */
export interface MapMarker {
  id: number;
  longitude: number;
  latitude: number;
  iconPath: string;
  joinCluster?: boolean;
  ariaLabel?: string;
}

interface Point {
  longitude: number;
  latitude: number;
}

export interface ShownMap {
  southwest: Point;
  northeast: Point;
  clusters: boolean;
  markers: Map<number, MapMarker>;
}

export function mapApis(app: MiniProgram): Record<string, unknown> {
  const api =
    <O extends CallOptions>(name: string, work: (map: ShownMap, options: O) => object | undefined) =>
    (options?: O) =>
      answer(app.pending, name, options, () => work(mapOf(app), (options ?? {}) as O));
  const context = {
    getRegion: api('getRegion', ({ southwest, northeast }) => ({ southwest, northeast })),
    initMarkerCluster: api('initMarkerCluster', (map) => {
      map.clusters = true;
      return {};
    }),
    includePoints: api<CallOptions & { points: Point[] }>('includePoints', (map, { points }) => {
      if (points.length === 0) throw new Refusal('fail parameter error: parameter.points should not be empty');
      const [lng, lat] = [points.map(({ longitude }) => longitude), points.map(({ latitude }) => latitude)];
      map.southwest = { longitude: Math.min(...lng), latitude: Math.min(...lat) };
      map.northeast = { longitude: Math.max(...lng), latitude: Math.max(...lat) };
      return {};
    }),
    addMarkers: api<CallOptions & { markers: MapMarker[]; clear?: boolean }>(
      'addMarkers',
      (map, { markers, clear }) => {
        for (const marker of markers) checkMarker(app, marker);
        if (clear) map.markers.clear();
        for (const marker of markers) map.markers.set(marker.id, { ...marker });
        return {};
      },
    ),
  };
  return { createMapContext: () => context };
}

const mapOf = ({ device }: MiniProgram): ShownMap =>
  (device.map ??= {
    southwest: { longitude: 106.4, latitude: 29.4 },
    northeast: { longitude: 106.7, latitude: 29.7 },
    clusters: false,
    markers: new Map(),
  });

/** What WeChat draws as a blank or not at all. */
function checkMarker(app: MiniProgram, { id, longitude, latitude, iconPath }: MapMarker): void {
  if (!Number.isInteger(id)) throw new Refusal('fail parameter error: parameter.markers.id should be Number');
  if (typeof longitude !== 'number' || typeof latitude !== 'number') throw new Refusal('fail parameter error');
  if (!app.build.has(iconPath.replace(/^\//, '')))
    app.report('js-error', app.where, `地图标记的图 ${iconPath} 不在包里`);
}
