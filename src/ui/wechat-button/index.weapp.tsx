import { Button, Text, type ButtonProps } from '@tarojs/components';
import { isSinglePage } from '@/platform/scene';
import { Icon, type IconName } from '../icon';
import styles from './style.module.scss';

/**
 * A quiet button that WeChat itself answers: it has to be WeChat's own, and looks like the others here. Alone in the
 * timeline WeChat answers none of them, so there is none.
 *
 * @example <WechatButton text="转发" icon="share-2" openType="share" />
 */
export function WechatButton({
  text,
  icon,
  ...asks
}: { text: string; icon?: IconName } & Pick<ButtonProps, 'openType' | 'onGetPhoneNumber'>) {
  if (isSinglePage()) return null;
  return (
    <Button className={styles.button} hoverClass={styles.pressed ?? 'none'} {...asks}>
      {icon && <Icon name={icon} />}
      <Text>{text}</Text>
    </Button>
  );
}
