import { defineFixtures } from '../fixtures/define';
import { Facts } from '.';

export default defineFixtures('Facts', {
  known: () => (
    <Facts
      rows={[
        { label: '时间', text: '10月15日 周四' },
        { label: '地点', text: '重庆市渝中区解放碑街道五一路社区便民服务中心三楼多功能厅' },
      ]}
    />
  ),
  unknown: () => <Facts rows={[{ label: '电话', text: null, unknown: '未公布' }]} />,
});
