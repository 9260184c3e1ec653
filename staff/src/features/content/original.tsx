/** The pasted text with its line numbers; what couldn't be read for certain is marked where it stands. */
import { useEffect, useRef } from 'react';
import type { DraftWire } from '@yugong/domain/publication/wire';
import styles from './draft.module.css';

interface Props {
  draft: DraftWire;
  /** The line an entry points at. */
  line: number | null;
}

export function Original({ draft: { lines, flags }, line }: Props) {
  const marked = useRef<HTMLLIElement>(null);
  useEffect(() => marked.current?.scrollIntoView({ block: 'center' }), [line]);
  const byLine = grouped(flags);
  return (
    <section className={styles.original} aria-label="原文" tabIndex={0}>
      <ol className={styles.lines}>
        {lines.map((text, index) => {
          const number = index + 1;
          const said = byLine.get(number) ?? [];
          return (
            <li
              key={number}
              ref={number === line ? marked : null}
              className={number === line ? styles.here : undefined}
              value={number}
            >
              {text || '\u00a0'}
              {said.map((flag) => (
                <span
                  key={flag.field + flag.message}
                  className={flag.severity === 'fault' ? styles.fault : styles.hint}
                >
                  {flag.message}
                  {flag.expected && `，应为${flag.expected}`}
                </span>
              ))}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

type Flag = DraftWire['flags'][number];

/** Flags by the line they are about. */
function grouped(flags: readonly Flag[]): Map<number, Flag[]> {
  const found = new Map<number, Flag[]>();
  for (const flag of flags) found.set(flag.line, [...(found.get(flag.line) ?? []), flag]);
  return found;
}
