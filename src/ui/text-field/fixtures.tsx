import { useState } from 'react';
import { defineFixtures } from '../fixtures/define';
import { TextField } from '.';

function Typed({
  start = '',
  ...props
}: { start?: string } & Omit<Parameters<typeof TextField>[0], 'value' | 'onChange'>) {
  const [value, setValue] = useState(start);
  return <TextField {...props} value={value} onChange={setValue} />;
}

export default defineFixtures('TextField', {
  empty: () => <Typed name="name" label="姓名" autoComplete="name" />,
  'with a hint': () => <Typed name="phone" label="手机号" type="tel" hint="只用来通知你这次筛查" />,
  'with an error': () => (
    <Typed name="phone" label="手机号" type="tel" start="1380013" error="手机号要 11 位数字，现在只有 7 位" />
  ),
  'with hint and error': () => (
    <Typed
      name="id"
      label="身份证号"
      type="id-number"
      hint="核对年龄和单位要用"
      error="最后一位对不上"
      start="11010519491231002"
    />
  ),
  optional: () => <Typed name="note" label="还有什么要说的" optional />,
  number: () => <Typed name="wage" label="每月工资（元）" type="number" start="5200" />,
  'long text': () => (
    <Typed
      name="unit"
      label="单位全称，照营业执照上写的填，没有单位的写平台名字"
      start="重庆市渝中区某某某某某某某某某某某某某某人力资源服务有限公司解放碑分公司"
    />
  ),
});
