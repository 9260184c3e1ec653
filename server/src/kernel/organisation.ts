/** The union that every service begins with. */

/** Its id: what belongs to no other union is its own. */
export const FIRST_ORGANISATION = 'main';

/** What it is called until somebody names it: no name that a reader knows. */
export const UNNAMED_ORGANISATION = '本级工会';
