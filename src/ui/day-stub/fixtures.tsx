import { View } from '@tarojs/components';
import { defineFixtures } from '../fixtures/define';
import { DayStub } from '.';

export default defineFixtures('DayStub', {
  'of a screening': () => (
    <View className="tone-screening">
      <DayStub day="2026-12-03" />
    </View>
  ),
  'beside the day in words': () => (
    <View className="tone-events">
      <DayStub day="2026-02-28" decorative />
    </View>
  ),
});
