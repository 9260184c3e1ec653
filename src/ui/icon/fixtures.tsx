import { View } from '@tarojs/components';
import { defineFixtures } from '../fixtures/define';
import { Icon } from '.';
import { iconsOf } from './names';
import './generated/stations.scss';
import './generated/events.scss';
import './generated/registration.scss';
import './generated/screening.scss';
import './generated/legal-aid.scss';
import './generated/search.scss';
import './generated/figures.scss';

export default defineFixtures('Icon', {
  all: () => (
    <View>
      {[...new Set(Object.values(iconsOf).flat())].map((name) => (
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
