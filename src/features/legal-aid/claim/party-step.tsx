import { View } from '@tarojs/components';
import { ChoiceGroup } from '@/ui/choice-group';
import { DateField } from '@/ui/date-field';
import { Section } from '@/ui/section';
import { TextField } from '@/ui/text-field';
import { useField } from '../draft/store';

/** Both parties, by 仲裁法 28 (一) and 办案规则 29. */
export function PartyStep({ today }: { today: string }) {
  const sex = useField('sex');
  const born = useField('born');
  return (
    <View>
      <Section heading="你（申请人）" note="身份证号打印后手写，这里不用填">
        <PartyField name="name" label="姓名" />
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
        <DateField name="born" label="出生日期" last={today} {...born} />
        <PartyField name="occupation" label="职业" hint="做什么工作，比如保洁、快递员" />
        <PartyField name="home" label="住址" hint="收得到信的地方，仲裁委的通知会寄到这里" />
        <PartyField optional name="mailAddress" label="通讯地址" hint="跟住址一样就空着" />
        <PartyField name="phone" label="手机号" type="tel" />
      </Section>
      <Section heading="单位（被申请人）">
        <PartyField
          name="employer"
          label="单位全称"
          hint="照合同、工资条或营业执照上的写。签合同的是一家、干活在另一家（劳务派遣）的，两家都写"
        />
        <PartyField name="employerAddress" label="单位地址" />
        <PartyField optional name="employerMailAddress" label="单位的通讯地址" hint="跟单位地址一样就空着" />
        <PartyField name="employerPhone" label="单位的电话" type="tel" hint="人事、老板或前台的都行" />
        <PartyField
          name="representative"
          label="法定代表人或负责人的姓名"
          hint="法定代表人：登记在案、代表单位的人。在“国家企业信用信息公示系统”里能查到"
        />
        <PartyField name="position" label="这个人的职务" hint="比如经理、执行董事" />
      </Section>
      <Section heading="交到哪里">
        <PartyField
          optional
          name="committee"
          label="仲裁委的全称"
          hint="干活的地方或单位所在地的区县仲裁委，选哪个都行。不知道打 12333 问"
        />
      </Section>
    </View>
  );
}

function PartyField({
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
