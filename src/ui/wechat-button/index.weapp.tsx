import { Button, Text, type ButtonProps } from '@tarojs/components';
import { Icon, type IconName } from '../icon';
import styles from './style.module.scss';

/**
 * A quiet button that WeChat itself answers: it has to be WeChat's own, and looks like the others here.
 *
 * @example <WechatButton text="转发" icon="share-2" openType="share" />
 */
export function WechatButton({
  text,
  icon,
  ...asks
}: { text: string; icon?: IconName } & Pick<ButtonProps, 'openType' | 'onGetPhoneNumber'>) {
  return (
    <Button className={styles.button} hoverClass={styles.pressed ?? 'none'} {...asks}>
      {icon && <Icon name={icon} />}
      <Text>{text}</Text>
    </Button>
  );
}
