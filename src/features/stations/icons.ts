/** The drawing beside each facility, need and way in; the word beside it carries the meaning. */
import type { EntryWay, Facility, NeedKey } from '@yugong/domain/station';
import type { IconName } from '@/ui/icon/names';

export const facilityIcons: Record<Facility, IconName> = {
  drinking_water: 'glass-water',
  hot_water: 'flame',
  microwave: 'microwave',
  fridge: 'refrigerator',
  power_supply: 'plug-zap',
  battery_swap: 'battery-charging',
  toilets: 'toilet',
  womens_room: 'venus',
  seating: 'armchair',
  lounge: 'sofa',
  air_conditioning: 'snowflake',
  first_aid: 'briefcase-medical',
  medicine: 'pill',
  aed: 'heart-pulse',
  blood_pressure: 'heart-pulse',
  washbasin: 'droplets',
  shower: 'shower-head',
  laundry: 'washing-machine',
  television: 'tv',
  books: 'book-open',
  bicycle_parking: 'bike',
  parking: 'square-parking',
  umbrella: 'umbrella',
  sewing_kit: 'scissors',
  wifi: 'wifi',
  counselling: 'message-circle-heart',
  legal_information: 'scale',
};

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

export const entryIcons: Record<EntryWay, IconName> = {
  door: 'door-open',
  scan: 'scan-line',
  face: 'scan-face',
  id_card: 'id-card',
  code: 'lock',
  ask: 'user-round',
};
