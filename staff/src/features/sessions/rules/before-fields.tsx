/** Fields for preparation before the day, and for the days of the cycle that the clinic asks to avoid. */
import { Checkbox, Form, Input, InputNumber } from 'antd';
import { Before, CycleRule, PreparationStep } from '@yugong/domain/screening';
import { schemaRule } from '../../../parts/schema-rule';
import { SelectField } from '../../../parts/select-field';
import { FormRows } from './rows';
import form from '../form.module.css';

const MAX_STEPS = 40;
/** Hours and days have the same bounds. */
const CountBefore = Before.options[0].entries.hours;
const units = [
  { value: 'hours', label: '小时前' },
  { value: 'days', label: '天前的零点' },
];

function PreparationStepFields({ at }: { at: number }) {
  const untilUnit: string | undefined = Form.useWatch(['rules', 'preparation', at, 'untilUnit']);
  return (
    <>
      <Form.Item name={[at, 'text']} label="做什么，不做什么" rules={[schemaRule(PreparationStep.entries.text)]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={[at, 'why']} label="为什么（可不填）">
        <Input maxLength={200} />
      </Form.Item>
      <div className={form.pair}>
        <Form.Item name={[at, 'fromCount']} label="从检查前多久起" rules={[schemaRule(CountBefore)]}>
          <InputNumber min={1} max={720} precision={0} />
        </Form.Item>
        <Form.Item name={[at, 'fromUnit']} label="按什么算">
          <SelectField options={units} />
        </Form.Item>
        <Form.Item name={[at, 'untilUnit']} label="到什么时候">
          <SelectField placeholder="到检查开始" options={units} />
        </Form.Item>
        {untilUnit && (
          <Form.Item name={[at, 'untilCount']} label="检查前多久为止" rules={[schemaRule(CountBefore)]}>
            <InputNumber min={1} max={720} precision={0} />
          </Form.Item>
        )}
      </div>
    </>
  );
}

export function PreparationFields() {
  const choice: string | undefined = Form.useWatch(['rules', 'preparationSaid']);
  return (
    <>
      <Form.Item name={['rules', 'preparationSaid']} label="去之前要准备什么">
        <SelectField
          placeholder="没有通知"
          options={[
            { value: 'none', label: '不用准备' },
            { value: 'some', label: '要做下面这些' },
          ]}
        />
      </Form.Item>
      {choice === 'some' && (
        <FormRows
          name={['rules', 'preparation']}
          itemLabel="准备"
          add="加一步准备"
          blank={{ text: '', why: '', fromCount: 24, fromUnit: 'hours', untilUnit: '', untilCount: null }}
          max={MAX_STEPS}
        >
          {(at) => <PreparationStepFields at={at} />}
        </FormRows>
      )}
    </>
  );
}

const { avoidBefore, avoidAfter, periodDays, text } = CycleRule.entries;

export function CycleFields() {
  const choice: string | undefined = Form.useWatch(['rules', 'cycleSaid']);
  return (
    <>
      <Form.Item name={['rules', 'cycleSaid']} label="要不要避开经期">
        <SelectField placeholder="医院没说" options={[{ value: 'some', label: '要避开这几天' }]} />
      </Form.Item>
      {choice === 'some' && (
        <>
          <Form.Item name={['rules', 'cycle', 'avoidDuring']} valuePropName="checked">
            <Checkbox>经期里不能做</Checkbox>
          </Form.Item>
          <div className={form.pair}>
            <Form.Item name={['rules', 'cycle', 'periodDays']} label="经期按几天算" rules={[schemaRule(periodDays)]}>
              <InputNumber min={1} max={14} precision={0} />
            </Form.Item>
            <Form.Item
              name={['rules', 'cycle', 'avoidAfter']}
              label="干净以后还要等几天"
              rules={[schemaRule(avoidAfter)]}
            >
              <InputNumber min={0} max={20} precision={0} />
            </Form.Item>
            <Form.Item
              name={['rules', 'cycle', 'avoidBefore']}
              label="来之前几天也不做"
              rules={[schemaRule(avoidBefore)]}
            >
              <InputNumber min={0} max={20} precision={0} />
            </Form.Item>
          </div>
          <Form.Item name={['rules', 'cycle', 'text']} label="医院的原话" rules={[schemaRule(text)]}>
            <Input maxLength={200} />
          </Form.Item>
        </>
      )}
    </>
  );
}
