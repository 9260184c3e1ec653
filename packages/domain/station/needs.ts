/** What people filter stations by: a need that any of several facilities meets. */
import { facilities, type Facility } from './vocabulary';

/** A need's key, its word on the button, and the facilities of which one is enough. */
export interface Need {
  key: string;
  label: string;
  anyOf: readonly Facility[];
}

/** In the order of the buttons. Round the clock is no facility but hours: see `StationQuery.roundTheClock`. */
export const needs = [
  { key: 'water', label: '饮水', anyOf: ['drinking_water', 'hot_water'] },
  { key: 'hot_water', label: '热水', anyOf: ['hot_water'] },
  { key: 'microwave', label: '微波炉', anyOf: ['microwave'] },
  { key: 'charging', label: '充电', anyOf: ['power_supply'] },
  { key: 'battery_swap', label: '换电', anyOf: ['battery_swap'] },
  { key: 'toilet', label: '厕所', anyOf: ['toilets'] },
  { key: 'womens_room', label: '女性休息室', anyOf: ['womens_room'] },
  { key: 'rest', label: '坐下歇', anyOf: ['lounge', 'seating'] },
  { key: 'air_conditioning', label: '空调', anyOf: ['air_conditioning'] },
  { key: 'bicycle_parking', label: '停电动车', anyOf: ['bicycle_parking'] },
  { key: 'medicine', label: '药品', anyOf: ['medicine', 'first_aid'] },
  { key: 'aed', label: 'AED', anyOf: ['aed'] },
] as const satisfies readonly Need[];

export type NeedKey = (typeof needs)[number]['key'];

/** Facilities as bits, in the vocabulary's order. */
export const maskOf = (some: readonly Facility[]): number =>
  some.reduce((mask, one) => mask | (1 << facilities.indexOf(one)), 0);

/** The facilities that a mask stands for. */
export const facilitiesOf = (mask: number): Facility[] => facilities.filter((_, at) => (mask & (1 << at)) !== 0);
