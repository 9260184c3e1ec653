/** The frame of a page: heading, lead, actions and a link back. */
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { helpPath, helpSectionOf } from './help-sections';
import { LineIcon } from './icon';
import styles from './page.module.css';

interface Props {
  title: string;
  /** The page's answer in one line. */
  lead?: ReactNode;
  /** Buttons; the main one last. */
  actions?: ReactNode;
  /** The page that one came from. */
  back?: { to: string; label: string };
  children: ReactNode;
}

export function ConsolePage({ title, lead, actions, back, children }: Props) {
  const { pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · 渝工随行管理台`;
  }, [title]);
  // The heading takes the focus that the link had, so that screen readers announce a new page.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <article className={styles.page}>
      {back && (
        <Link className={styles.back} to={back.to}>
          <LineIcon name="arrowLeft" /> {back.label}
        </Link>
      )}
      <header className={styles.head}>
        <div className={styles.words}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {lead && <div className={styles.lead}>{lead}</div>}
        </div>
        <div className={styles.actions}>
          {/* In a window of its own, so that what is typed here stays. */}
          <Link className={styles.help} to={helpPath(helpSectionOf(pathname))} target="_blank">
            帮助
          </Link>
          {actions}
        </div>
      </header>
      {children}
    </article>
  );
}

/** A part of a page with a heading of its own, set off by a hairline. */
export function PageSection({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
