/** The console from outside: its name and one form. */
import { useEffect, type ReactNode } from 'react';
import styles from './front.module.css';

export function Front({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · 渝工随行管理台`;
  }, [title]);
  return (
    <main className={styles.front}>
      <header className={styles.brand}>
        <p className={styles.name}>渝工随行</p>
        <p className={styles.sub}>工会管理台</p>
      </header>
      <section className={styles.form} aria-label={title}>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </section>
    </main>
  );
}
