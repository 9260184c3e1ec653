export * from './fate';
export * from './letter';

/** What a place that helps with the law is for. */
export const legalPlaceKinds = {
  union: '工会法律服务点',
  'legal-aid': '法律援助中心、工作站',
  arbitration: '劳动仲裁委',
  inspection: '劳动监察',
  mediation: '劳动争议调解',
} as const;
export type LegalPlaceKind = keyof typeof legalPlaceKinds;

/** Those that everybody in trouble looks for, with the number that knows where they are. */
export const wantedPlaces: readonly { kind: LegalPlaceKind; number: '12351' | '12348' | '12333' }[] = [
  { kind: 'union', number: '12351' },
  { kind: 'legal-aid', number: '12348' },
  { kind: 'arbitration', number: '12333' },
  { kind: 'inspection', number: '12333' },
];

/** What of these is not known, so that it can be said; a place without a kind is not taken for one. */
export const unknownPlaces = (kinds: readonly (LegalPlaceKind | undefined)[]): typeof wantedPlaces =>
  wantedPlaces.filter(({ kind }) => !kinds.includes(kind));
