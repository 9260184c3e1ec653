/** What a station can be and have: the keys of the dataset, by OpenStreetMap's where there is one. The order is the columns' bit order: only ever add at the end. */

export const facilities = [
  'drinking_water',
  'hot_water',
  'microwave',
  'fridge',
  'power_supply',
  'battery_swap',
  'toilets',
  'womens_room',
  'seating',
  'lounge',
  'air_conditioning',
  'first_aid',
  'medicine',
  'aed',
  'blood_pressure',
  'washbasin',
  'shower',
  'laundry',
  'television',
  'books',
  'bicycle_parking',
  'parking',
  'umbrella',
  'sewing_kit',
  'wifi',
  'counselling',
  'legal_information',
] as const;
export type Facility = (typeof facilities)[number];

export const stationKinds = [
  'union_station',
  'worker_harbour',
  'postal_station',
  'driver_home',
  'warm_station',
  'convenience_station',
  'cooling_point',
] as const;
export type StationKind = (typeof stationKinds)[number];

/** How one gets in. `door`: it just opens; `ask`: somebody there lets one in. */
export const entryWays = ['door', 'scan', 'face', 'id_card', 'code', 'ask'] as const;
export type EntryWay = (typeof entryWays)[number];

/** `area` is a hint without navigation: the source names no exact place. */
export const precisions = ['place', 'area'] as const;
export type Precision = (typeof precisions)[number];
