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
      <Icon name="mark" size="small" />
      <Icon name="mark" />
      <Icon name="mark" size="large" />
    </View>
  ),
});
