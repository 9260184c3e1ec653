import { View } from '@tarojs/components';
import { ChoiceGroup } from '@/ui/choice-group';
import { Section } from '@/ui/section';
import { TextField } from '@/ui/text-field';
import { useField } from '../draft/store';

/** Both parties, by 仲裁法 28 (一). */
export function PartyStep() {
  const sex = useField('sex');
  return (
    <View>
      <Section heading="你（申请人）">
        <Line name="name" label="姓名" />
        <ChoiceGroup
          name="sex"
          label="性别"
          options={[
            { value: '女', text: '女' },
            { value: '男', text: '男' },
          ]}
          value={sex.value || null}
          onChange={sex.onChange}
        />
        <Line name="age" label="年龄" type="number" />
        <Line name="occupation" label="职业" hint="做什么工作，比如保洁、快递员" />
        <Line name="home" label="住址" hint="收得到信的地方，仲裁委的通知会寄到这里" />
        <Line optional name="phone" label="手机号" type="tel" />
      </Section>
      <Section heading="单位（被申请人）">
        <Line
          name="employer"
          label="单位全称"
          hint="照合同、工资条或营业执照上的写。签合同的是一家、干活在另一家（劳务派遣）的，两家都写"
        />
        <Line name="employerAddress" label="单位地址" />
        <Line
          name="representative"
          label="法定代表人或负责人的姓名"
          hint="法定代表人：登记在案、代表单位的人。在“国家企业信用信息公示系统”里能查到"
        />
        <Line name="position" label="这个人的职务" hint="比如经理、执行董事" />
      </Section>
      <Section heading="交到哪里">
        <Line
          optional
          name="committee"
          label="仲裁委的全称"
          hint="干活的地方或单位所在地的区县仲裁委，选哪个都行。不知道打 12333 问"
        />
      </Section>
    </View>
  );
}

function Line({
  name,
  type = 'text',
  ...words
}: {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  type?: 'text' | 'number' | 'tel';
}) {
  return <TextField name={name} type={type} {...words} {...useField(name)} />;
}
