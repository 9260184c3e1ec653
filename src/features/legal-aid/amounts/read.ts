/** Typed answers as numbers, with what is wrong or missing said by the field's own words. */
import type { Day } from '@yugong/domain/calendar';
import { readYuan, type Fen, type LocalFigure } from '@yugong/domain/labour-law';
import { normalise } from '@yugong/domain/typing';
import { draftDayOf, endedOf } from '../draft/facts';
import type { LegalDraft } from '../draft/store';

/** What keeps an amount from being computed: fields not answered yet, and fields that can't be understood. */
export interface InputFault {
  field: string;
  text: string;
  /** Typed, and wrong: said at the field. Otherwise only missing. */
  typed: boolean;
}

const steps = {
  one: { pattern: /^\d{1,5}$/, words: '整数' },
  half: { pattern: /^\d{1,5}(\.[05])?$/, words: '数，可以有半天' },
  hours: { pattern: /^\d{1,5}(\.(\d|\d0|25|75))?$/, words: '数，可以到一刻钟，比如 1.25' },
} as const;

/** Reads a draft's fields and collects what is at fault on the way. */
export class InputReader {
  readonly faults: InputFault[] = [];
  constructor(readonly draft: LegalDraft) {}

  /** What stands in a field, without blanks around it. */
  typed(field: string): string {
    return (this.draft.fields[field] ?? '').trim();
  }

  /** Notes a fault; 0, so that a reading can go on. */
  fail(field: string, text: string, typed: boolean): 0 {
    this.faults.push({ field, text, typed });
    return 0;
  }

  /** An amount in yuan; empty is 0 where `optional`. */
  money(field: string, name: string, optional = false): Fen {
    const typed = this.typed(field);
    if (typed === '') return optional ? 0 : this.fail(field, `请填写${name}`, false);
    return readYuan(typed) ?? this.fail(field, `${name}只填数字，最多两位小数，比如 5200 或 5200.50`, true);
  }

  /**
   * A whole number from `least` to `most`; with `step: 'half'` also halves, with `step: 'hours'` tenths and quarters.
   *
   * @returns the number itself; of hours ten times the number
   */
  count(
    field: string,
    name: string,
    {
      least = 0,
      most = 9999,
      step = 'one',
      optional = false,
    }: { least?: number; most?: number; step?: keyof typeof steps; optional?: boolean } = {},
  ): number {
    const typed = normalise('number', this.typed(field));
    if (typed === '') return optional ? 0 : this.fail(field, `请填写${name}`, false);
    const value = Number(typed);
    if (!steps[step].pattern.test(typed) || value < least || value > most)
      return this.fail(field, `${name}填 ${least} 到 ${most} 的${steps[step].words}`, true);
    return step === 'hours' ? Math.round(value * 100) / 10 : value;
  }

  /** A figure that a place publishes, with its year; null where it isn't given. */
  local(field: string, name: string): LocalFigure | null {
    if (this.typed(field) === '') return null;
    const fen = this.money(field, name);
    const asOf = this.typed(`${field}AsOf`);
    if (!/^\d{4}(-\d{2})?$/.test(asOf))
      this.fail(`${field}AsOf`, `${name}是哪一年的，填四位数，比如 2025`, asOf !== '');
    return fen > 0 ? { fen, asOf } : null;
  }

  day(field: string, name: string): Day {
    const day = field === 'ended' ? endedOf(this.draft) : draftDayOf(this.draft, field);
    return day ?? (this.fail(field, `请选择${name}`, false), '');
  }
}
