import { View } from '@tarojs/components';
import { defineFixtures } from '../fixtures/define';
import { Icon } from '.';
import { iconNames } from './names';

export default defineFixtures('Icon', {
  all: () => (
    <View>
      {iconNames.map((name) => (
        <Icon key={name} name={name} />
      ))}
    </View>
  ),
  sizes: () => (
    <View>
      <Icon name="house" size="small" />
      <Icon name="house" />
      <Icon name="house" size="large" />
    </View>
  ),
});
