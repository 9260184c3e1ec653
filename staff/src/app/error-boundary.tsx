/** Error boundaries: a page whose code throws is replaced by a page that says so and leads back. */
import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useRouteError } from 'react-router-dom';
import { StateMessage } from '../parts/states';
import styles from './error-boundary.module.css';

const BrokenPage = () => (
  <main className={styles.page}>
    <StateMessage icon="warn" title="页面出错了">
      <p>已保存的内容不受影响。请刷新后再试；如果仍然出错，请告诉管理员刚才的操作。</p>
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
