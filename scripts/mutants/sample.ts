/** Which mutants of an area are tried: the same ones for the same seed, however many files the area has. */
import { createHash } from 'node:crypto';
import ts from 'typescript';

/** A mutant's place as Stryker gives it; lines and columns count from 0. */
export interface MutantPlace {
  fileName: string;
  mutatorName: string;
  replacement: string;
  location: { start: Position; end: Position };
}
interface Position {
  line: number;
  column: number;
}

const mark = ({ line, column }: Position) => `${line}:${column}`;

/** A mutant's name across runs: Stryker's own ids change with the files that are instrumented. */
export const mutantKey = ({ fileName, mutatorName, replacement, location }: MutantPlace): string =>
  [fileName, mark(location.start), mark(location.end), mutatorName, replacement].join('|');

/**
 * Mutants that the seed chooses: those whose hash with the seed is smallest, so that a new function elsewhere changes
 * only as many of the chosen ones as it takes the places of.
 */
export function chooseBySeed<T extends MutantPlace>(mutants: readonly T[], count: number, seed: string): T[] {
  const rank = (mutant: T) =>
    createHash('sha256')
      .update(`${seed}|${mutantKey(mutant)}`)
      .digest('hex');
  return mutants
    .map((mutant) => ({ mutant, rank: rank(mutant) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
    .slice(0, count)
    .map(({ mutant }) => mutant);
}

/**
 * Whether a place of a file is inside a function. What is outside runs once, when the file is loaded: word lists,
 * schemas, settings. Stryker would need every test for each of them, and a list of words is not a decision.
 */
export function insideFunctions(file: string, text: string): (place: MutantPlace['location']) => boolean {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const ranges: [number, number][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      ranges.push([node.body.getStart(source), node.body.getEnd()]);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return ({ start, end }) => {
    const from = source.getPositionOfLineAndCharacter(start.line, start.column);
    const to = source.getPositionOfLineAndCharacter(end.line, end.column);
    return ranges.some(([first, last]) => first <= from && to <= last);
  };
}
