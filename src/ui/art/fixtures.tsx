import { View } from '@tarojs/components';
import { defineFixtures } from '../fixtures/define';
import { Art } from '.';
import styles from './fixtures.module.scss';

export default defineFixtures('Art', {
  'the city under its bridge': () => (
    <View className={styles.strip}>
      <Art name="city" className={styles.layer} />
      <Art name="bridge" className={styles.layer} />
    </View>
  ),
  'a bench': () => <Art name="rest" className={styles.strip} />,
});
