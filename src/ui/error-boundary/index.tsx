import { Component, type ReactNode } from 'react';
import { log } from '@/platform/log';
import { Empty } from '../empty';

/**
 * Keeps a page that fails from taking the app down: says so, keeps what is stored, shows ways on.
 * Only the kind of failure is logged; its message may hold what a person typed.
 */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: Error): void {
    log('page', error.name);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Empty
        title="页面显示失败"
        explanation="请重试。收藏和搜索历史不受影响。"
        ways={[
          { text: '重试', onPress: () => this.setState({ failed: false }) },
          { text: '返回首页', url: '/pages/home/index' },
        ]}
      />
    );
  }
}
