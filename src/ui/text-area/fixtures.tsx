import { useState } from 'react';
import { defineFixtures } from '../fixtures/define';
import { TextArea } from '.';

function Typed({
  start = '',
  ...props
}: { start?: string } & Omit<Parameters<typeof TextArea>[0], 'value' | 'onChange'>) {
  const [value, setValue] = useState(start);
  return <TextArea {...props} value={value} onChange={setValue} />;
}

export default defineFixtures('TextArea', {
  empty: () => <Typed name="facts" label="发生了什么" hint="什么时候、在哪里、谁说了什么，想到什么写什么" />,
  filled: () => (
    <Typed name="facts" label="发生了什么" start={'2026年3月2日，经理口头说不用来了。\n没有给书面通知。'} />
  ),
  optional: () => <Typed name="note" label="还有什么要说的" optional />,
  'with an error': () => <Typed name="facts" label="发生了什么" error="写几句，帮你的人才知道从哪里开始" />,
  'over its limit': () => <Typed name="facts" label="发生了什么" limit={10} start="写得比能发出去的多了一些" />,
  'long text': () => <Typed name="facts" label="发生了什么" start={'经理每个月都说下个月一定发工资。\n'.repeat(12)} />,
});
