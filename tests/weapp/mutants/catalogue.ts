/** Ways to break a good build, each with the rule that has to catch it. */
import type { Mutant } from './kinds';
import { runningMutants } from './running';
import { staticMutants } from './static';

export type { Mutant } from './kinds';

export const mutants: readonly Mutant[] = [...staticMutants, ...runningMutants];
