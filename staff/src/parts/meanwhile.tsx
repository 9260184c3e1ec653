/** Two people had the same form open: what the other one saved meanwhile, and a choice for each field that both changed. */
import { Button, Space, type FormInstance } from 'antd';
import { useRef, useState } from 'react';
import { ApiError } from '../api/api-error';
import { Callout } from './notice';

/** A form's values as they were read, and the version that they were read at. */
export interface ReadValues<T> {
  values: T;
  version: number;
}

export interface MeanwhileChange {
  field: string;
  from: unknown;
  to: unknown;
  /** What this form has instead; undefined where nobody changed it here, so that theirs was taken. */
  mine?: unknown;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * What was saved meanwhile, field by field.
 *
 * @param fields the fields that are compared
 * @param read the values that the form began with
 * @param theirs the values that there are now
 * @param mine the values in the form
 * @example meanwhileChanges(['place'], { place: '二楼' }, { place: '三楼' }, { place: '二楼' })
 * // [{ field: 'place', from: '二楼', to: '三楼' }]
 */
export const meanwhileChanges = (
  fields: readonly string[],
  read: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
  mine: Readonly<Record<string, unknown>>,
): MeanwhileChange[] =>
  fields.flatMap((field): MeanwhileChange[] => {
    const [from, to, typed] = [read[field], theirs[field], mine[field]];
    if (isSame(from, to)) return [];
    return [{ field, from, to, ...(isSame(typed, from) || isSame(typed, to) ? {} : { mine: typed }) }];
  });

interface Options<T> {
  form: Pick<FormInstance, 'getFieldsValue' | 'setFields'>;
  read: ReadValues<T>;
  /** Fetches the values that there are now. */
  load: () => Promise<ReadValues<T>>;
  /** The fields that are compared, by what they are called. */
  labels: Readonly<Record<string, string>>;
  /** Called when the form stands on other values than it began with, so that its draft is kept with them. */
  rebased: (read: ReadValues<T>) => void;
}

/** Takes over what others saved while a form was open, where it wasn't changed here, and asks where it was. */
export function useMeanwhile<T extends object>({ form, read, load, labels, rebased }: Options<T>) {
  const standing = useRef(read);
  const [changes, setChanges] = useState<MeanwhileChange[]>([]);
  const merge = (theirs: ReadValues<T>): void => {
    const typed: Readonly<Record<string, unknown>> = form.getFieldsValue(true);
    const entries = (values: T): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(values));
    const before = entries(standing.current.values);
    const found = meanwhileChanges(Object.keys(labels), before, entries(theirs.values), { ...before, ...typed });
    const taken = found.filter((one) => !('mine' in one));
    form.setFields(taken.map(({ field, to }) => ({ name: [field], value: to })));
    standing.current = theirs;
    rebased(theirs);
    setChanges(found);
  };
  return {
    /** The version that the form stands on, to be sent as `seen`. */
    seen: (): number => standing.current.version,
    values: (): T => standing.current.values,
    changes,
    /** @returns true where the error is that somebody else saved meanwhile, which the form shows by itself */
    catches: (error: unknown): boolean => {
      if (!(error instanceof ApiError) || error.code !== 'stale') return false;
      void load().then(merge, () => undefined);
      return true;
    },
    takeTheirs: (field: string): void => {
      const change = changes.find((one) => one.field === field);
      form.setFields([{ name: [field], value: change?.to }]);
      setChanges(
        changes.map(({ mine, ...one }) => (one.field === field || mine === undefined ? one : { ...one, mine })),
      );
    },
    keepMine: (field: string): void =>
      setChanges(
        changes.map(({ mine, ...one }) => (one.field === field || mine === undefined ? one : { ...one, mine })),
      ),
  };
}

interface NoticeProps {
  meanwhile: Pick<ReturnType<typeof useMeanwhile>, 'changes' | 'takeTheirs' | 'keepMine'>;
  labels: Readonly<Record<string, string>>;
  /** A value as people read it; empty for what is too long to be said in a line. */
  say: (field: string, value: unknown) => string;
}

/** Says what somebody else changed, and asks about the fields that were changed here too. Draws nothing where nothing was. */
export function MeanwhileNotice({ meanwhile: { changes, takeTheirs, keepMine }, labels, say }: NoticeProps) {
  if (changes.length === 0) return null;
  const said = ({ field, from, to }: MeanwhileChange): string => {
    const [before, after] = [say(field, from), say(field, to)];
    return before === '' && after === '' ? (labels[field] ?? field) : `${labels[field] ?? field} ${before}→${after}`;
  };
  return (
    <Callout tone="warn" title={`别人刚改过：${changes.map(said).join('；')}`}>
      {changes.map(
        ({ field, to, mine }) =>
          mine !== undefined && (
            <Space key={field} wrap>
              <span>{`${labels[field] ?? field}，你写的是“${say(field, mine)}”：`}</span>
              <Button size="small" onClick={() => takeTheirs(field)}>{`改用“${say(field, to)}”`}</Button>
              <Button size="small" onClick={() => keepMine(field)}>
                保留我写的
              </Button>
            </Space>
          ),
      )}
      <p>你填的都还在，你没有改过的几项已换成现在的。看过后再点保存。</p>
    </Callout>
  );
}
