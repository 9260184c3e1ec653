import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { PlainButton } from '@/ui/button';
import type { IconName } from '@/ui/icon/names';
import { Sheet } from '@/ui/sheet';
import styles from './confirm-sheet.module.scss';

/** Asks before something that can't be taken back: what it means, the word that does it, the word that doesn't. */
export function ConfirmSheet({
  title,
  open,
  confirm,
  keep,
  icon,
  onConfirm,
  onClose,
  children,
}: {
  title: string;
  open: boolean;
  confirm: string;
  keep: string;
  icon?: IconName;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const sure = () => {
    onClose();
    onConfirm();
  };
  return (
    <Sheet title={title} open={open} onClose={onClose}>
      <View className={styles.meaning}>{children}</View>
      <View className={styles.ways}>
        <PlainButton {...(icon ? { icon } : {})} onPress={sure}>
          <Text>{confirm}</Text>
        </PlainButton>
        <PlainButton onPress={onClose}>
          <Text>{keep}</Text>
        </PlainButton>
      </View>
    </Sheet>
  );
}
