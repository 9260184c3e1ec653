/**
 * The icons in use, by their name in Lucide (ISC licence). `npm run generate` draws just these into
 * `generated/icons.module.scss`; an icon that is not listed here is not in the bundle.
 */
export const iconNames = [
  'arrow-left',
  'arrow-right',
  'bell',
  'book-open',
  'calendar-days',
  'check',
  'chevron-left',
  'chevron-right',
  'circle-help',
  'clock',
  'copy',
  'external-link',
  'flag',
  'heart-handshake',
  'house',
  'info',
  'layout-grid',
  'map-pin',
  'newspaper',
  'phone',
  'ribbon',
  'scale',
  'search',
  'share-2',
  'star',
  'star-filled',
  'tent-tree',
  'trash-2',
  'user-round',
  'x',
] as const;

export type IconName = (typeof iconNames)[number];

/** Icons of the tab bar: WeChat draws it itself and takes only PNG files. */
export const tabIcons = {
  home: 'house',
  services: 'layout-grid',
  calendar: 'calendar-days',
  me: 'user-round',
} as const;
