import { View } from '@tarojs/components';
import { defineFixtures } from '../fixtures/define';
import { Sign } from '.';

export default defineFixtures('Sign', {
  'each service': () => (
    <View>
      <Sign tone="stations" icon="map-pin" />
      <Sign tone="screening" icon="ribbon" />
      <Sign tone="legal-aid" icon="scale" />
      <Sign tone="events" icon="calendar-days" />
      <Sign tone="reading" icon="newspaper" />
    </View>
  ),
  small: () => <Sign small tone="events" icon="calendar-days" />,
});
