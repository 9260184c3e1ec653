/** The icon beside each need; those of facilities and ways in are in the stations' vocabulary. Words carry the meaning. */
import type { NeedKey } from '@yugong/domain/station';
import type { IconName } from '@/ui/icon/names';

export const needIcons: Record<NeedKey, IconName> = {
  water: 'glass-water',
  hot_water: 'flame',
  microwave: 'microwave',
  charging: 'plug-zap',
  battery_swap: 'battery-charging',
  toilet: 'toilet',
  womens_room: 'venus',
  rest: 'armchair',
  air_conditioning: 'snowflake',
  bicycle_parking: 'bike',
  medicine: 'pill',
  aed: 'heart-pulse',
};
