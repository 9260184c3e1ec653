/**
 * What a newsletter says, before it is a record of the dataset: each draft remembers its lines.
 *
 * A draft holds only what the text states. What it does not state is null, and what cannot be read
 * for certain is a {@link Flag} at its line; nothing is filled in by guessing.
 */
import type { Figure } from '../record/index';
import { LineLedger, type LineUse } from './ledger';

/** Something a person must know of, at a line of the newsletter. */
export interface Flag {
  /** 1-based line of the text as it was pasted. */
  line: number;
  /** The record's field, or `text` where no field is meant. */
  field: string;
  /** What is unclear or wrong, in plain Chinese. */
  message: string;
  /** What was expected instead; always there on a fault. */
  expected?: string;
  /** A fault keeps the newsletter from being written; a note only wants a look. */
  severity: 'fault' | 'note';
}

/** A number found in the text. `asOf` is null while it is unknown of when the number is. */
export type FigureDraft = Omit<Figure, 'asOf'> & { asOf: string | null };

/** A district as it is coded today, and its name in the text where that has changed since. */
export interface DistrictMention {
  adcode: string;
  districtThen?: string;
}

/** A case, from its text, from the list of a period, or (mostly) from both. */
export interface CaseDraft {
  title: string;
  /** Where it begins: its text if there is one, else its entry in a list. */
  line: number;
  /** Where the list of a period names it; null when no list does. */
  listLine: number | null;
  period: number | null;
  category: number | null;
  /** The name of a category that the national lists don't have, once somebody has confirmed it. */
  categoryName: string | null;
  /** A category that is not in the dataset yet, as the newsletter prints it: somebody has to confirm it. */
  newCategory: { number: number | null; name: string } | null;
  unit: string | null;
  lead: string | null;
  points: { heading: string; body: string }[];
  figures: FigureDraft[];
  district: DistrictMention | null;
}

/** A piece of news. `happenedOn` is null for 近日 and while a date is unresolved. */
export interface NewsDraft {
  title: string;
  /** The text's own words for its date (11月14日, 近日); null where it has none. */
  when: string | null;
  /** Is the title printed, or made of words of the first sentence? */
  isTitlePrinted: boolean;
  line: number;
  happenedOn: string | null;
  paragraphs: string[];
  figures: FigureDraft[];
  /** The one district that it is about; null where it names none or several. */
  district: DistrictMention | null;
  /** Every district that it names, or else its group's. */
  districts: DistrictMention[];
}

/** An event: an item that names a day and a place. */
export interface EventDraft {
  title: string;
  line: number;
  start: string;
  end: string | null;
  place: string;
  organiser: string | null;
  summary: string;
  figures: FigureDraft[];
  district: DistrictMention | null;
  /** Line of the piece of news that it was found in; null when it was found in a case. */
  newsLine: number | null;
}

/** Everything one newsletter says. */
export interface Newsletter {
  /** The newsletter's own heading; null where it has none. */
  heading: string | null;
  /** The day it was published, as given by the caller or printed in its masthead. */
  issueDate: string | null;
  /** Who published it, as given by the caller or printed on it; null where neither says. */
  publisher: string | null;
  /** How sure the caller is of what it says; null where nobody was asked. */
  confidence: Confidence | null;
  cases: CaseDraft[];
  news: NewsDraft[];
  events: EventDraft[];
  /** By line. */
  flags: Flag[];
  /** Every line that has text, and what became of it. */
  lines: LineUse[];
}

/** How sure somebody is that a source says this; the dataset's own words for it. */
export type Confidence = 'high' | 'medium' | 'low';

/** Collects flags, and what became of each line, while the text is read. */
export class Flags {
  readonly all: Flag[] = [];
  readonly lines = new LineLedger();

  /** The text cannot become a record like this. */
  fault(line: number, field: string, message: string, expected: string): void {
    this.all.push({ line, field, message, expected, severity: 'fault' });
  }

  /** The text was read, but somebody should look. */
  note(line: number, field: string, message: string): void {
    this.all.push({ line, field, message, severity: 'note' });
  }

  /** Lines that no record takes: a note at the first, and each counts as reported. */
  leaveOut(lines: readonly number[], message: string): void {
    const [first] = lines;
    const last = lines.at(-1);
    if (first === undefined || last === undefined) return;
    const told = first === last ? message : `${message}（第 ${first} 行到第 ${last} 行）`;
    this.lines.drop(lines, told);
    this.note(first, 'text', told);
  }
}
