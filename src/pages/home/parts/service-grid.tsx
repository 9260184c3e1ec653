import { Text, View } from '@tarojs/components';
import { services } from '@/features/services';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import styles from './service-grid.module.scss';

/** The four services, two by two, each with what it is good for. */
export function ServiceGrid() {
  return (
    <View className={styles.grid}>
      {services.map((service) => (
        <Pressable key={service.id} className={styles.cell} url={service.url}>
          <View className={styles.name}>
            <Icon name={service.icon} />
            <Text>{service.name}</Text>
          </View>
          <Text className={styles.promise}>{service.promise}</Text>
        </Pressable>
      ))}
    </View>
  );
}
