/**
 * Towns that came to another district in the reform of November 2025, when 江北区 and 渝北区 became 两江新区.
 *
 * Source: the town codes of mumuy/data_location (a40c560) and its note on the reform; the towns keep their old names.
 */
const MOVED: readonly { towns: RegExp; from: readonly string[]; then: string; to: string }[] = [
  { towns: /(?:大湾|统景|大盛|兴隆|茨竹)镇/, from: ['500112', '500157'], then: '渝北区', to: '500109' },
  { towns: /(?:蔡家岗|童家溪|施家梁)(?:街道|镇)|水土街道|复兴街道/, from: ['500109'], then: '北碚区', to: '500157' },
];

/** A district by its code of today, and its name before where that is another. */
interface District {
  adcode: string;
  districtThen?: string;
}

/**
 * The district of today that a place in a moved town belongs to.
 *
 * @param named the district that a list names for it, by its code of today
 * @param texts what may name the town: street, address, name
 * @returns null where no town among them moved
 * @example movedDistrict({ adcode: '500157', districtThen: '渝北区' }, ['统景镇']) // { adcode: '500109', districtThen: '渝北区' }
 */
export function movedDistrict({ adcode }: District, texts: readonly (string | null)[]): District | null {
  const text = texts.filter((one) => one !== null).join(' ');
  const moved = MOVED.find(({ towns, from }) => from.includes(adcode) && towns.test(text));
  return moved ? { adcode: moved.to, districtThen: moved.then } : null;
}

/** The district of a moved town that stands where a district should, 统景镇; null for any other name. */
export function districtOfMovedTown(text: string): District | null {
  const moved = MOVED.find(({ towns }) => towns.exec(text)?.[0] === text);
  return moved ? { adcode: moved.to, districtThen: moved.then } : null;
}
