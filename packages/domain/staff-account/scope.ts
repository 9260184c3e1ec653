/** For whose people and places a member of staff works. */

export interface Scope {
  /** Null: every organisation. */
  organisation: string | null;
  /** GB/T 2260 codes; null: every district, and what belongs to none. */
  districts: readonly string[] | null;
}

/** Where something belongs; `adcode` null is the whole city's. */
export interface Belonging {
  organisation: string;
  adcode: string | null;
}

/** May somebody with this scope see and change what belongs there? */
export const covers = ({ organisation, districts }: Scope, at: Belonging): boolean =>
  (organisation === null || organisation === at.organisation) &&
  (districts === null || (at.adcode !== null && districts.includes(at.adcode)));

/**
 * Is a scope no wider than another? Nobody gives away more than they have.
 *
 * @example isWithin({ organisation: 'a', districts: ['500103'] }, { organisation: 'a', districts: null }) // true
 */
export const isWithin = (inner: Scope, outer: Scope): boolean =>
  (outer.organisation === null || inner.organisation === outer.organisation) &&
  (outer.districts === null ||
    (inner.districts !== null && inner.districts.every((one) => outer.districts?.includes(one))));
