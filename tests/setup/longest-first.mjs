/**
 * Starts the longest test files first, so that none of them runs alone at the end while the other processes have
 * nothing left. In a fresh clone jest knows only how large a file is, and the longest are small: they go through lists.
 */
import path from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** From the figures at the end of `npm test`. */
const LONGEST = [
  'tests/proofs/mutants.test.ts',
  'tests/weapp/journeys.test.ts',
  'tests/browser/journeys.test.ts',
  'tests/weapp/mutants.test.ts',
  'tests/weapp/verify.test.ts',
  'tests/browser/routes.test.ts',
  'tests/browser/accessibility.test.ts',
];

const root = path.resolve(import.meta.dirname, '../..');

/** Its place among the longest; the others follow in jest's own order. */
const rank = ({ path: file }) => {
  const place = LONGEST.indexOf(path.relative(root, file));
  return place < 0 ? LONGEST.length : place;
};

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
}
