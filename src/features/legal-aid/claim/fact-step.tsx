import { Text, View } from '@tarojs/components';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { TextArea } from '@/ui/text-area';
import { useField } from '../draft/store';

const HELP =
  '按你的回答写的，请对照事实改。补上：说好的工资、谁说了什么、你怎么要的、单位怎么答的。只写看见听见的，不用写法律。';

/** What happened: drafted from the answers, and changed by its author; and who saw it. */
export function FactStep({ drafted }: { drafted: string }) {
  const facts = useField('facts');
  return (
    <View>
      <TextArea
        name="facts"
        label="事情的经过"
        hint={HELP}
        rows={10}
        value={facts.value || drafted}
        onChange={facts.onChange}
      />
      {facts.value !== '' && drafted !== '' && facts.value !== drafted && (
        <Actions near>
          <PlainButton onPress={() => facts.onChange('')}>
            <Text>恢复自动生成的内容</Text>
          </PlainButton>
        </Actions>
      )}
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
