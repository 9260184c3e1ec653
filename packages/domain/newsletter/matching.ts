/** Finds the record of the dataset that a draft is about. */
import { isDay } from '../calendar';
import { DAY } from '../time';
import { coverage, dice, essence, pairsOf } from './similarity';

/** What two things are compared by. */
export interface Profile {
  /** The record's id; empty for a draft. */
  id: string;
  title: string;
  /** `YYYY-MM-DD`, less, or null. */
  day: string | null;
  /** Where `day` is null: about when it must have been. */
  near: string | null;
  text: string;
}

/** A record that may be the draft's, and how alike they are (0–1). */
export interface Candidate {
  id: string;
  title: string;
  score: number;
}

export type Match =
  { kind: 'none' } | { kind: 'match'; id: string } | { kind: 'unsure'; reason: string; candidates: Candidate[] };

interface Thresholds {
  sure: number;
  maybe: number;
}

/** From which score two things are the same, and from which they might be. Less is needed on the same day. */
const SAME_DAY: Thresholds = { sure: 0.5, maybe: 0.35 };
const NO_DAY: Thresholds = { sure: 0.7, maybe: 0.5 };
/** Two that are this close in score cannot be told apart. */
const MARGIN = 0.1;
/** Undated things this many days apart are not the same. */
const APART = 62;
/** The same title this many days apart may be one thing whose day was corrected; further apart it is the next one. */
const SLIP = 3;
/** A title of fewer pairs occurs in any text. */
const FEWEST_PAIRS = 5;

interface Known extends Profile {
  titlePairs: Set<string>;
  textPairs: Set<string>;
}

const know = (profile: Profile): Known => ({
  ...profile,
  titlePairs: pairsOf(profile.title),
  textPairs: pairsOf(`${profile.title}${profile.text}`),
});

/** The records of one collection, ready to be searched. A record is matched once. */
export class Matcher {
  private readonly known: Known[];
  private readonly byTitle = new Map<string, Known[]>();
  private readonly byText = new Map<string, Known[]>();
  private readonly claimed = new Set<string>();

  constructor(records: Profile[]) {
    this.known = records.map(know);
    for (const record of this.known) {
      collect(this.byTitle, essence(record.title), record);
      collect(this.byText, essence(record.text), record);
    }
  }

  /**
   * Matches by day, then by the likeness of title and text.
   *
   * Like means: the titles share their character pairs, or one title's pairs occur in the other's
   * text. On the same day half of them are enough; without a day it takes 0.7. Below that, down to a
   * lower bound, and wherever two records would do, it is unsure.
   */
  find(draft: Profile): Match {
    const sameText = this.byText.get(essence(draft.text)) ?? [];
    const sameTitle = this.byTitle.get(essence(draft.title)) ?? [];
    const exact = [...sameText, ...sameTitle].find((record) => record.day === draft.day && isNear(record, draft));
    if (exact) return this.claim(exact);
    const elsewhen = sameText[0] ?? sameTitle.find((record) => isSlip(record.day, draft.day));
    if (elsewhen) {
      const same = elsewhen === sameText[0] ? '文字' : '标题';
      const reason = `${same}相同，日期不同（资料里是 ${elsewhen.day ?? '没有注明日期'}）`;
      return { kind: 'unsure', reason, candidates: [{ id: elsewhen.id, title: elsewhen.title, score: 1 }] };
    }
    return this.findAlike(draft);
  }

  private findAlike(draft: Profile): Match {
    const possible = this.known.flatMap((record) => {
      const needed = thresholds(record, draft);
      return needed === null ? [] : [{ record, needed }];
    });
    if (possible.length === 0) return { kind: 'none' };
    const drafted = know(draft);
    const candidates: (Candidate & { isSure: boolean; record: Known })[] = [];
    for (const { record, needed } of possible) {
      const score = likeness(record, drafted);
      if (score >= needed.maybe) {
        candidates.push({
          id: record.id,
          title: record.title,
          score: round(score),
          isSure: score >= needed.sure,
          record,
        });
      }
    }
    candidates.sort((a, b) => b.score - a.score);
    const [best, second] = candidates;
    if (!best) return { kind: 'none' };
    const told = candidates.slice(0, 3).map(({ id, title, score }) => ({ id, title, score }));
    if (!best.isSure) return { kind: 'unsure', reason: '和资料里的一条有些像，不能确定是同一件事', candidates: told };
    if (second?.isSure && best.score - second.score < MARGIN) {
      return { kind: 'unsure', reason: '资料里有不止一条和它像', candidates: told };
    }
    return this.claim(best.record);
  }

  private claim(record: Known): Match {
    if (this.claimed.has(record.id)) {
      const reason = '资料里的这一条已经和通讯里的另一条对上了';
      return { kind: 'unsure', reason, candidates: [{ id: record.id, title: record.title, score: 1 }] };
    }
    this.claimed.add(record.id);
    return { kind: 'match', id: record.id };
  }
}

function collect(map: Map<string, Known[]>, key: string, record: Known): void {
  const others = map.get(key);
  if (others) others.push(record);
  else map.set(key, [record]);
}

const round = (score: number): number => Math.round(score * 100) / 100;

function likeness(a: Known, b: Known): number {
  const within = (title: Known, text: Known) =>
    title.titlePairs.size < FEWEST_PAIRS ? 0 : coverage(title.titlePairs, text.textPairs);
  return Math.max(dice(a.titlePairs, b.titlePairs), within(a, b), within(b, a));
}

/** @returns null where the days rule out that the two are the same. */
function thresholds(a: Profile, b: Profile): Thresholds | null {
  if (isDay(a.day) && isDay(b.day)) return a.day === b.day ? SAME_DAY : null;
  return isNear(a, b) ? NO_DAY : null;
}

/** Days between two days; asked of every pair, and so without the calendar's objects. */
const apart = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / DAY;

const isSlip = (a: string | null, b: string | null): boolean => isDay(a) && isDay(b) && apart(a, b) <= SLIP;

/** Could the two be of the same days, as far as each says? */
function isNear(a: Profile, b: Profile): boolean {
  const [left, right] = [a.day ?? a.near, b.day ?? b.near];
  if (left === null || right === null) return true;
  if (!isDay(left) || !isDay(right)) return left.startsWith(right) || right.startsWith(left);
  return apart(left, right) <= APART;
}
