import { Chips } from '@/ui/chips';
import { Empty } from '@/ui/empty';
import { Notice } from '@/ui/notice';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Figures } from '@/ui/figures';
import { kindLabels } from '@/domain/station/labels';
import { stationUrl } from '..';
import { sayDistrict } from '../../shared/district-name';
import type { useStationList } from '../use-station-list';
import { Hours } from './hours';

/** The stations of a district: hours first, then the name, then where. */
export function StationList({
  options,
  district,
  districtName,
  chooseDistrict,
  stations,
  counts,
}: ReturnType<typeof useStationList>) {
  return (
    <>
      <Chips label="区县" options={options} value={district} onChange={chooseDistrict} />
      <Notice>这里只列有公开出处的地点，比实际建成的少得多。去之前最好先打 12351 或向附近工会问一声。</Notice>
      {stations.length === 0 && (
        <Empty
          title={`${districtName}还没有查到地点公开的驿站`}
          explanation="不等于没有驿站，只是没有找到可靠的公开名单。"
          ways={[{ text: '看全市的', onPress: () => chooseDistrict(null) }]}
        />
      )}
      {stations.map((station) => (
        <Row
          key={station.id}
          url={stationUrl(station.id)}
          title={
            <>
              <Hours station={station} />
              {station.title}
            </>
          }
          detail={[
            kindLabels[station.kind]?.label,
            sayDistrict(station.district),
            station.precision === 'area' ? '只知道大致位置' : station.address,
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
      {counts.length > 0 && (
        <Section heading={`${districtName}建了多少`} note="公开数字">
          <Figures figures={counts.map(({ figure }) => ({ ...figure, label: `${figure.label}（${figure.asOf}）` }))} />
        </Section>
      )}
    </>
  );
}
