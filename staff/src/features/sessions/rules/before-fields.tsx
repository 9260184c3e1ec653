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
const fromUnits = [
  { value: 'hours', label: '小时前' },
  { value: 'days', label: '天前 0 点起' },
];
const untilUnits = [
  { value: 'hours', label: '小时前' },
  { value: 'days', label: '天前 0 点' },
];

function PreparationStepFields({ at }: { at: number }) {
  const untilUnit: string | undefined = Form.useWatch(['rules', 'preparation', at, 'untilUnit']);
  return (
    <>
      <Form.Item name={[at, 'text']} label="准备事项" rules={[schemaRule(PreparationStep.entries.text)]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={[at, 'why']} label="原因（选填）">
        <Input maxLength={200} />
      </Form.Item>
      <div className={form.pair}>
        <Form.Item name={[at, 'fromCount']} label="检查前多久开始" rules={[schemaRule(CountBefore)]}>
          <InputNumber min={1} max={720} precision={0} />
        </Form.Item>
        <Form.Item name={[at, 'fromUnit']} label="单位">
          <SelectField options={fromUnits} />
        </Form.Item>
        <Form.Item name={[at, 'untilUnit']} label="截止到">
          <SelectField placeholder="到检查开始" options={untilUnits} />
        </Form.Item>
        {untilUnit && (
          <Form.Item name={[at, 'untilCount']} label="检查前多久截止" rules={[schemaRule(CountBefore)]}>
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
      <Form.Item name={['rules', 'preparationSaid']} label="准备要求">
        <SelectField
          placeholder="通知未说明"
          options={[
            { value: 'none', label: '无需准备' },
            { value: 'some', label: '需要准备' },
          ]}
        />
      </Form.Item>
      {choice === 'some' && (
        <FormRows
          name={['rules', 'preparation']}
          itemLabel="准备"
          add="添加准备事项"
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
      <Form.Item name={['rules', 'cycleSaid']} label="是否避开经期">
        <SelectField placeholder="通知未说明" options={[{ value: 'some', label: '需要避开' }]} />
      </Form.Item>
      {choice === 'some' && (
        <>
          <Form.Item name={['rules', 'cycle', 'avoidDuring']} valuePropName="checked">
            <Checkbox>经期内不能检查</Checkbox>
          </Form.Item>
          <div className={form.pair}>
            <Form.Item name={['rules', 'cycle', 'periodDays']} label="经期天数" rules={[schemaRule(periodDays)]}>
              <InputNumber min={1} max={14} precision={0} />
            </Form.Item>
            <Form.Item
              name={['rules', 'cycle', 'avoidAfter']}
              label="经期后还需等几天"
              rules={[schemaRule(avoidAfter)]}
            >
              <InputNumber min={0} max={20} precision={0} />
            </Form.Item>
            <Form.Item
              name={['rules', 'cycle', 'avoidBefore']}
              label="经期前几天也不做"
              rules={[schemaRule(avoidBefore)]}
            >
              <InputNumber min={0} max={20} precision={0} />
            </Form.Item>
          </div>
          <Form.Item name={['rules', 'cycle', 'text']} label="给她看的提醒（照抄医院通知）" rules={[schemaRule(text)]}>
            <Input maxLength={200} />
          </Form.Item>
        </>
      )}
    </>
  );
}
