import { Button, Text } from '@tarojs/components';
import { Icon } from '../icon';
import styles from './style.module.scss';

/** Shares the page with a friend; title and path come from the page's share hook. */
export function ShareButton(_props: { title: string }) {
  return (
    <Button className={styles.button} openType="share" hoverClass={styles.pressed ?? 'none'}>
      <Icon name="share-2" />
      <Text>转发</Text>
    </Button>
  );
}
