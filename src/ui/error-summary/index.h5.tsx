import { useContext, useEffect, useRef, type MouseEvent } from 'react';
import { FormContext } from '../form/context';
import { sayHowMany, type FieldError } from './types';
import styles from './style.module.scss';

export type { FieldError } from './types';

/**
 * What is to be put right in the form around it. Takes the focus at every attempt to send, and each line
 * leads to its field. Put it first in the `Form`; without errors it is not there.
 *
 * @example
 * <ErrorSummary errors={[{ field: 'phone', text: '手机号要 11 位数字' }]} />
 */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const { scope, attempt } = useContext(FormContext);
  const box = useRef<HTMLDivElement>(null);
  const any = errors.length > 0;
  useEffect(() => {
    if (any) box.current?.focus();
  }, [any, attempt]);
  if (!any) return null;
  const follow = (event: MouseEvent, id: string) => {
    // The address stays: a fragment in it would be a page of its own to the way back.
    event.preventDefault();
    document.getElementById(id)?.focus();
  };
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <h2 className={styles.heading}>{sayHowMany(errors)}</h2>
      <p className={styles.kept}>你填的都还在。</p>
      <ul className={styles.list}>
        {errors.map(({ field, text }) => (
          <li key={field + text}>
            <a
              className={`pressable ${styles.link}`}
              href={`#${scope}${field}`}
              onClick={(event) => follow(event, scope + field)}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
