/** The pasted text with its line numbers; what the reader was unsure of is marked where it stands. */
import { useEffect, useRef } from 'react';
import type { DraftWire } from '@yugong/domain/publication/wire';
import styles from './draft.module.css';

interface Props {
  draft: DraftWire;
  /** The line that the chosen entry points at. */
  line: number | null;
}

export function OriginalText({ draft: { lines, flags }, line }: Props) {
  const marked = useRef<HTMLLIElement>(null);
  useEffect(() => marked.current?.scrollIntoView({ block: 'center' }), [line]);
  const byLine = flagsByLine(flags);
  return (
    <section className={styles.original} aria-label="原文" tabIndex={0}>
      <ol className={styles.lines}>
        {lines.map((text, index) => {
          const number = index + 1;
          const lineFlags = byLine.get(number) ?? [];
          return (
            <li
              key={number}
              ref={number === line ? marked : null}
              className={number === line ? styles.here : undefined}
              value={number}
            >
              {text || '\u00a0'}
              {lineFlags.map((flag) => (
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

/** Groups the flags by line. */
function flagsByLine(flags: readonly Flag[]): Map<number, Flag[]> {
  const found = new Map<number, Flag[]>();
  for (const flag of flags) found.set(flag.line, [...(found.get(flag.line) ?? []), flag]);
  return found;
}
