/** Error boundaries: a page whose code throws is replaced by a page that says so and leads back. */
import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useRouteError } from 'react-router-dom';
import { StateMessage } from '../parts/states';
import styles from './error-boundary.module.css';

const BrokenPage = () => (
  <main className={styles.page}>
    <StateMessage icon="warn" title="这一页出了问题">
      <p>已经保存的都还在。刷新再试；还不行，请把刚才做的事告诉管理员。</p>
      <Button type="primary" onClick={() => location.reload()}>
        刷新
      </Button>
      <Button href="/staff/">回到首页</Button>
    </StateMessage>
  </main>
);

export class ConsoleErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokenPage /> : this.props.children;
  }
}

/** The boundary of a single route, so that the rest of the console stays. */
export function RouteError() {
  console.error(useRouteError());
  return <BrokenPage />;
}
