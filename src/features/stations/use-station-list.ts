import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { readParam } from '@/platform/navigation';
import { load, save, stored } from '@/platform/storage';
import { districtOptions, districtTitle, publishedCounts, stationsIn } from './model';

/** The station list of the district chosen; the choice is kept for next time. */
export function useStationList() {
  const asked = readParam(useRouter().params, 'adcode');
  const [district, setDistrict] = useState<string | null>(() => (districtTitle(asked) ? asked : load(stored.district)));
  return {
    options: districtOptions(),
    district,
    districtName: district === null ? '全市' : (districtTitle(district) ?? '这个区县'),
    chooseDistrict: (adcode: string | null) => {
      setDistrict(adcode);
      save(stored.district, adcode);
    },
    stations: stationsIn(district),
    counts: publishedCounts(district),
  };
}
