import { Text, View } from '@tarojs/components';
import { PlainButton } from '@/ui/button';
import styles from './pager.module.scss';

/** Turns the list's pages: one page is on the phone at a time, however many there are. */
export function Pager({ page, pages, onTurn }: { page: number; pages: number; onTurn: (page: number) => void }) {
  if (pages < 2) return null;
  return (
    <View className={styles.pager} ariaRole="navigation" ariaLabel="翻页">
      {page > 0 && (
        <PlainButton icon="chevron-left" onPress={() => onTurn(page - 1)}>
          <Text>前面的</Text>
        </PlainButton>
      )}
      <Text className={styles.place}>
        第 {page + 1} 页，共 {pages} 页
      </Text>
      {page + 1 < pages && (
        <PlainButton icon="chevron-right" onPress={() => onTurn(page + 1)}>
          <Text>后面的</Text>
        </PlainButton>
      )}
    </View>
  );
}
