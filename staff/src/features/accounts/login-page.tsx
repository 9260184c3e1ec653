import { lazy, Suspense, useState, useEffect, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { helpPath, helpSectionOf } from '../../parts/help-sections';
import { LoginForm } from './login-form';
import { LoadingState } from '../../parts/states';
import styles from './front.module.css';

/** Once in an account's life, with a QR code and all: those who sign in every morning don't fetch it. */
const SetupForm = lazy(() => import('./setup-form'));

export default function LoginPage() {
  const [first, setFirst] = useState(() => new URLSearchParams(location.search).has('setup'));
  return first ? (
    <LoginFrame title="首次登录">
      <Suspense fallback={<LoadingState />}>
        <SetupForm back={() => setFirst(false)} />
      </Suspense>
    </LoginFrame>
  ) : (
    <LoginFrame title="登录">
      <LoginForm first={() => setFirst(true)} />
    </LoginFrame>
  );
}

/** The page around the sign-in forms. */
function LoginFrame({ title, children }: { title: string; children: ReactNode }) {
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
        <p className="quiet">
          <Link to={helpPath(helpSectionOf('/login'))} target="_blank">
            帮助
          </Link>
        </p>
      </section>
    </main>
  );
}
