/** WeChat's own map of stations, on the compiled mini-program with the demo's stations from a real service. */
import type { Browser } from 'playwright-core';
import { defined } from '@yugong/domain/narrow';
import { launchChromium } from '../../scripts/lib/chromium';
import type { WeappBuild } from '../../scripts/weapp/build';
import { compileWxml, walkNodes, type WxmlNode } from '../../scripts/weapp/compile/wxml';
import { weappReader, type WeappReader } from '../journeys/drivers/weapp';
import { withService } from '../journeys/service/with-service';
import type { Journey, Phone } from '../journeys/language';
import { weappBuild } from './build';

jest.setTimeout(60_000);

let build: WeappBuild;
let browser: Browser;
beforeAll(async () => {
  build = await weappBuild();
  browser = await launchChromium();
}, 180_000);
afterAll(() => browser?.close());

const phone: Phone = { time: '22:40', location: { lng: 106.5733, lat: 29.5561 } };

/** An event of the map's, as WeChat sends it. */
async function onMap(reader: WeappReader, type: string, detail: object): Promise<void> {
  const page = reader.app().navigator.top;
  const tree = page && compileWxml(build).render(page.route, page.data);
  let map: WxmlNode | undefined;
  if (tree) walkNodes(tree, (node) => void (node.tag === 'wx-map' || node.tag === 'map' ? (map = node) : null));
  if (!page || !map) throw new Error('no map on the page');
  const target = { id: map.attr['id'], dataset: { sid: map.attr['data-sid'] } };
  reader.app().dispatch('eh', { type, detail, target, currentTarget: target, timeStamp: Date.now() }, page);
  await reader.app().settle();
}

it('has one marker a district with its count until one zooms in, and leads on from it', async () => {
  const needed = { service: true, phone } as Journey;
  await withService(needed, {}, async (service) => {
    const reader = weappReader(build, browser, phone, service?.line);
    try {
      await reader.open('/features/stations/pages/list/index');
      await reader.tap('使用我的位置');
      await reader.see('解放碑演示驿站');
      await reader.tap('地图');
      await reader.see('点驿站查看详情');
      const map = defined(reader.device.map);
      const show = async (box: { west: number; south: number; east: number; north: number }) => {
        map.southwest = { longitude: box.west, latitude: box.south };
        map.northeast = { longitude: box.east, latitude: box.north };
        await onMap(reader, 'end', { type: 'end' });
      };
      const labels = () => [...map.markers.values()].map(({ ariaLabel }) => ariaLabel ?? '');
      await show({ west: 105.2, south: 28.1, east: 110.3, north: 32.3 });
      await reader.see('数字是这个区县的驿站个数');
      expect(labels()).toContain('綦江区，7 个驿站');
      expect(labels()).not.toContain('解放碑演示驿站');
      expect(labels().filter((label) => / 0 个/.test(label))).toEqual([]);
      const yuzhong = defined([...map.markers.values()].find(({ ariaLabel }) => ariaLabel?.startsWith('渝中区，')));
      expect(yuzhong.iconPath).toBe('/features/stations/markers/district.png');

      // The stations of 渝中 have positions: its marker zooms in on them.
      await onMap(reader, 'markertap', { markerId: yuzhong.id });
      expect(map.northeast.longitude - map.southwest.longitude).toBeLessThan(0.6);
      await onMap(reader, 'end', { type: 'end' });
      expect(labels()).toContain('解放碑演示驿站');
      expect(labels().filter((label) => label.includes('个驿站'))).toEqual([]);

      // Those of 綦江 have none: its marker leads to the list.
      await show({ west: 105.2, south: 28.1, east: 110.3, north: 32.3 });
      const qijiang = defined([...map.markers.values()].find(({ ariaLabel }) => ariaLabel?.startsWith('綦江区，')));
      await onMap(reader, 'markertap', { markerId: qijiang.id });
      await reader.see('綦江区', '更换');
      expect(reader.findings()).toEqual([]);
    } finally {
      await reader.close();
    }
  });
});

it('shows the stations by their state, clustered, and leads from a marker to the place', async () => {
  const needed = { service: true, phone } as Journey;
  await withService(needed, {}, async (service) => {
    const reader = weappReader(build, browser, phone, service?.line);
    try {
      await reader.open('/features/stations/pages/list/index');
      await reader.tap('使用我的位置');
      await reader.see('解放碑演示驿站');
      await reader.tap('地图');
      await reader.see('点驿站查看详情');
      const { map } = reader.device;
      expect(map?.clusters).toBe(true);
      const markers = [...(map?.markers.values() ?? [])];
      const icon = (name: string) => markers.find(({ ariaLabel }) => ariaLabel === name)?.iconPath;
      expect(icon('解放碑演示驿站')).toBe('/features/stations/markers/open.png');
      expect(icon('较场口演示驿站')).toBe('/features/stations/markers/closed.png');
      expect(icon('大溪沟演示驿站')).toBe('/features/stations/markers/unknown.png');
      expect(icon('出发地')).toBe('/features/stations/markers/here.png');
      // 万州 is nowhere near, and a station without a position is on no map.
      expect(icon('南纪门演示驿站')).toBeUndefined();

      await onMap(reader, 'markertap', {
        markerId: markers.find(({ ariaLabel }) => ariaLabel === '较场口演示驿站')?.id,
      });
      await reader.see('较场口演示驿站', '未开放');
      await reader.tap('较场口演示驿站');
      await reader.at('/features/stations/pages/detail/index');
      await reader.tap('导航');
      expect(reader.device.openedMaps).toMatchObject([
        { longitude: 106.5719, latitude: 29.5541, name: '较场口演示驿站' },
      ]);
      expect(reader.findings()).toEqual([]);
    } finally {
      await reader.close();
    }
  });
});
