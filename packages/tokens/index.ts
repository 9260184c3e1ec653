/**
 * The design's raw values: the only place with colours and px. `npm run generate` turns them into
 * `src/ui/tokens/generated/tokens.scss` and `src/theme.json`, the console's build into variables of its page;
 * everything else uses the CSS variables.
 *
 * Warm paper, dark ink, one red. The red belongs to the union's brand line and to the one main
 * action of a page; state has three colours of its own and is never told by colour alone.
 */

/** Names of the colours; each theme gives all of them. */
export interface Palette {
  /** The page. */
  paper: string;
  /** What lies on the page: cards, bars, fields. */
  surface: string;
  /** What is pressed or set back. */
  sunken: string;
  /** Text, secondary text, captions: all at least 4.5:1 on paper, surface and sunken. */
  ink: string;
  inkSoft: string;
  inkFaint: string;
  /** Hairlines. */
  line: string;
  /** The union's red, text upon it, and its tint behind red text. */
  red: string;
  onRed: string;
  redTint: string;
  /** Search hits. */
  mark: string;
  /** State: open, closed, unknown, each with its tint. */
  open: string;
  openTint: string;
  closed: string;
  closedTint: string;
  unknown: string;
  unknownTint: string;
  /**
   * A colour for each service, carried by its sign, figure and picture beside its name, each with the tint that the sign
   * stands on. They sort; they say nothing of a state.
   */
  stations: string;
  stationsTint: string;
  screening: string;
  screeningTint: string;
  legalAid: string;
  legalAidTint: string;
  events: string;
  eventsTint: string;
  reading: string;
  readingTint: string;
  /** Behind a sheet. */
  scrim: string;
}

export const light: Palette = {
  paper: '#FBF7F0',
  surface: '#FFFDF9',
  sunken: '#F3ECE0',
  ink: '#221C17',
  inkSoft: '#564B42',
  inkFaint: '#6E6258',
  line: '#E3D9CA',
  red: '#B0261D',
  onRed: '#FFF9F3',
  redTint: '#F8E6DF',
  mark: '#FBE3A2',
  open: '#1D6640',
  openTint: '#E1EFE4',
  closed: '#5F564D',
  closedTint: '#ECE5DA',
  unknown: '#7D5000',
  unknownTint: '#F8EBCD',
  stations: '#0F6E66',
  stationsTint: '#DCEEEA',
  screening: '#8A2B5B',
  screeningTint: '#F6E3EC',
  legalAid: '#2F4B8F',
  legalAidTint: '#E2E8F6',
  events: '#8A5200',
  eventsTint: '#F8E9CF',
  reading: '#4A5A2A',
  readingTint: '#E8ECD9',
  scrim: 'rgba(34, 28, 23, 0.45)',
};

export const dark: Palette = {
  paper: '#15120F',
  surface: '#1F1B17',
  sunken: '#2A2520',
  ink: '#F3EBE1',
  inkSoft: '#C9BDAF',
  inkFaint: '#ABA092',
  line: '#39322B',
  red: '#F0827A',
  onRed: '#2A0D0A',
  redTint: '#3A1F1B',
  mark: '#6A4F11',
  open: '#86D0A5',
  openTint: '#1A3325',
  closed: '#C0B5A8',
  closedTint: '#2F2922',
  unknown: '#E8BD6B',
  unknownTint: '#3A2D12',
  stations: '#74CFC3',
  stationsTint: '#14332F',
  screening: '#EBA3C4',
  screeningTint: '#3A1D2C',
  legalAid: '#A9BDF2',
  legalAidTint: '#1E2846',
  events: '#E6B769',
  eventsTint: '#382A10',
  reading: '#BCCD92',
  readingTint: '#282F19',
  scrim: 'rgba(0, 0, 0, 0.6)',
};

/**
 * 长辈版: what changes of a palette so that every text has at least 7:1.
 * Source of the sizes below: MIIT's design rules for elder modes (text ≥ 18, targets ≥ 60).
 */
export const elderLight: Partial<Palette> = {
  inkSoft: '#43392F',
  inkFaint: '#4A4038',
  red: '#8C1710',
  open: '#0F4A2B',
  closed: '#443C34',
  unknown: '#5A3900',
  stations: '#08504A',
  screening: '#701C47',
  legalAid: '#243B76',
  events: '#633A00',
  reading: '#38461D',
};

export const elderDark: Partial<Palette> = {
  inkFaint: '#C3B8AA',
  red: '#FFA79F',
  closed: '#D0C6BA',
  mark: '#563F0C',
};

/** Text sizes at font scale 1, in px; the generated SCSS multiplies them by the phone's scale. */
export const text = { caption: 13, small: 15, body: 17, lead: 19, heading: 21, title: 26, figure: 34 } as const;

/** The same in 长辈版. */
export const elderText = { caption: 18, small: 19, body: 22, lead: 24, heading: 26, title: 30, figure: 40 } as const;

/** Distances and measures in px. */
export const space = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 20, 6: 24, 7: 32, 8: 48 } as const;
export const radius = { small: 6, medium: 12, full: 999 } as const;
/** Smallest side of anything that can be tapped. */
export const target = 44;
export const elderTarget = 60;
/** A line as thin as the screen draws it, the focus ring, icon sides, the widest column in a wide browser. */
export const measure = { hairline: 1, ring: 3, icon: 22, 'icon-small': 18, 'icon-large': 30, column: 640 } as const;
