import { defineFixtures } from '../fixtures/define';
import { DateLead, Row } from '.';

export default defineFixtures('Row', {
  'with a link': () => <Row url="/pages/home/index" title="找驿站" detail="喝水、歇脚、充电" />,
  'with a date': () => (
    <Row url="/pages/home/index" lead={<DateLead day="15" month="10月" />} title="职工运动会" detail="本周四" />
  ),
  'leads nowhere': () => <Row url={null} title="国庆节放假" detail="10月1日至7日" />,
  'long text': () => (
    <Row
      url="/pages/home/index"
      title="重庆市渝中区总工会“新就业形态劳动者”集中入会暨暖心服务季活动在解放碑步行街启动"
      detail="渝中区解放碑街道五一路社区便民服务中心三楼多功能厅 · 还有 12 天"
    />
  ),
});
