import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import styles from './style.module.scss';

/**
 * What can be done next: buttons side by side, below each other where they don't fit.
 *
 * @example
 * <Ways>
 *   <MainButton onPress={send}>提交</MainButton>
 *   <PlainButton onPress={back}>先不提交</PlainButton>
 * </Ways>
 */
export const Ways = ({ children }: { children: ReactNode }) => <View className={styles.ways}>{children}</View>;
