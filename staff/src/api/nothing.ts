/** The answer of a write that has nothing to tell: 204. */
import * as v from 'valibot';

export const Nothing = v.undefined();
