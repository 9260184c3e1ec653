/** Reading an article aloud, as pure steps: where the voice is, and what comes after. */

export const speeds = [0.8, 1, 1.25, 1.5] as const;

export interface ReadingPosition {
  state: 'off' | 'reading' | 'paused';
  /** The paragraph that is being read, and the sentence in it. */
  paragraph: number;
  sentence: number;
}

export type ReadingEvent = 'begin' | 'pause' | 'resume' | 'stop' | 'said';

export const off: ReadingPosition = { state: 'off', paragraph: 0, sentence: 0 };

/** Browsers' own voices stop after a quarter of a minute; nothing that is said at once is that long. */
const LONGEST = 60;

/**
 * A paragraph in sentences, the long ones at their commas. Pausing goes back to the beginning of one.
 *
 * @example sentences('先打电话。再去窗口，带上材料。') // ['先打电话。', '再去窗口，带上材料。']
 */
export function splitSentences(paragraph: string): string[] {
  return split(paragraph, /[^。！？；!?;\n]+[。！？；!?;\n”』」）]*/g).flatMap((sentence) =>
    sentence.length <= LONGEST ? [sentence] : joined(split(sentence, /[^，、：,:]+[，、：,:]*/g)),
  );
}

const split = (text: string, parts: RegExp): string[] =>
  (text.match(parts) ?? []).map((part) => part.trim()).filter((part) => part !== '');

/** Clauses put together again, as many as are not too long; one without a comma is cut. */
function joined(clauses: string[]): string[] {
  const said: string[] = [];
  for (const clause of clauses.flatMap(cut)) {
    const last = said[said.length - 1];
    if (last !== undefined && last.length + clause.length <= LONGEST) said[said.length - 1] = last + clause;
    else said.push(clause);
  }
  return said;
}

const cut = (clause: string): string[] =>
  Array.from({ length: Math.ceil(clause.length / LONGEST) }, (_, at) => clause.slice(at * LONGEST, (at + 1) * LONGEST));

/** Where the reading stands after an event, in an article of so many sentences a paragraph. */
export function stepReading(
  reading: ReadingPosition,
  event: ReadingEvent,
  lengths: readonly number[],
): ReadingPosition {
  switch (event) {
    case 'begin':
      return skipEmpty({ state: 'reading', paragraph: 0, sentence: 0 }, lengths);
    case 'pause':
      return reading.state === 'reading' ? { ...reading, state: 'paused' } : reading;
    case 'resume':
      return reading.state === 'paused' ? { ...reading, state: 'reading' } : reading;
    case 'stop':
      return off;
    case 'said':
      return reading.state === 'reading' ? skipEmpty({ ...reading, sentence: reading.sentence + 1 }, lengths) : reading;
  }
}

/** The next sentence there is; off after the last. */
function skipEmpty(reading: ReadingPosition, lengths: readonly number[]): ReadingPosition {
  let { paragraph, sentence } = reading;
  while (paragraph < lengths.length && sentence >= (lengths[paragraph] ?? 0)) {
    paragraph += 1;
    sentence = 0;
  }
  return paragraph < lengths.length ? { state: 'reading', paragraph, sentence } : off;
}
