import { View } from '@tarojs/components';
import { TextArea } from '@/ui/text-area';
import { useField } from '../draft/store';

const HELP =
  '按时间写：哪天去上班，干什么，说好多少钱；哪天出了什么事，谁说了什么；你要过没有，单位怎么答的。只写看见听见的，不用写法律。';

/** What happened, in the worker's own words, and who saw it. */
export function FactStep() {
  return (
    <View>
      <TextArea name="facts" label="事情的经过" hint={HELP} rows={8} {...useField('facts')} />
      <TextArea
        optional
        name="witnesses"
        label="证人：姓名和住址，一行一个"
        hint="愿意替你作证、看见过这些事的人。先问过本人再写"
        rows={2}
        {...useField('witnesses')}
      />
    </View>
  );
}
