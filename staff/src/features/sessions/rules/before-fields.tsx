/** What to do before the day, and which days of the cycle the clinic asks to avoid. */
import { Checkbox, Form, Input, InputNumber } from 'antd';
import { Before, CycleRule, PreparationStep } from '@yugong/domain/screening';
import { Choice } from '../../../parts/choice';
import { rule } from '../../../parts/schema-rule';
import { Rows } from './rows';
import form from '../form.module.css';

const MOST = 40;
/** Hours and days are counted alike. */
const Count = Before.options[0].entries.hours;
const units = [
  { value: 'hours', label: '小时前' },
  { value: 'days', label: '天前的零点' },
];

function Step({ at }: { at: number }) {
  const until = Form.useWatch(['rules', 'preparation', at, 'untilUnit']) as string | undefined;
  return (
    <>
      <Form.Item name={[at, 'text']} label="做什么，不做什么" rules={[rule(PreparationStep.entries.text)]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={[at, 'why']} label="为什么（可不填）">
        <Input maxLength={200} />
      </Form.Item>
      <div className={form.pair}>
        <Form.Item name={[at, 'fromCount']} label="从检查前多久起" rules={[rule(Count)]}>
          <InputNumber min={1} max={720} precision={0} />
        </Form.Item>
        <Form.Item name={[at, 'fromUnit']} label="按什么算">
          <Choice options={units} />
        </Form.Item>
        <Form.Item name={[at, 'untilUnit']} label="到什么时候">
          <Choice placeholder="到检查开始" options={units} />
        </Form.Item>
        {until && (
          <Form.Item name={[at, 'untilCount']} label="检查前多久为止" rules={[rule(Count)]}>
            <InputNumber min={1} max={720} precision={0} />
          </Form.Item>
        )}
      </div>
    </>
  );
}

export function PreparationFields() {
  const said = Form.useWatch(['rules', 'preparationSaid']) as string | undefined;
  return (
    <>
      <Form.Item name={['rules', 'preparationSaid']} label="去之前要准备什么">
        <Choice
          placeholder="没有通知"
          options={[
            { value: 'none', label: '不用准备' },
            { value: 'some', label: '要做下面这些' },
          ]}
        />
      </Form.Item>
      {said === 'some' && (
        <Rows
          name={['rules', 'preparation']}
          what="准备"
          add="加一步准备"
          blank={{ text: '', why: '', fromCount: 24, fromUnit: 'hours', untilUnit: '', untilCount: null }}
          most={MOST}
        >
          {(at) => <Step at={at} />}
        </Rows>
      )}
    </>
  );
}

const { avoidBefore, avoidAfter, periodDays, text } = CycleRule.entries;

export function CycleFields() {
  const said = Form.useWatch(['rules', 'cycleSaid']) as string | undefined;
  return (
    <>
      <Form.Item name={['rules', 'cycleSaid']} label="要不要避开经期">
        <Choice placeholder="医院没说" options={[{ value: 'some', label: '要避开这几天' }]} />
      </Form.Item>
      {said === 'some' && (
        <>
          <Form.Item name={['rules', 'cycle', 'avoidDuring']} valuePropName="checked">
            <Checkbox>经期里不能做</Checkbox>
          </Form.Item>
          <div className={form.pair}>
            <Form.Item name={['rules', 'cycle', 'periodDays']} label="经期按几天算" rules={[rule(periodDays)]}>
              <InputNumber min={1} max={14} precision={0} />
            </Form.Item>
            <Form.Item name={['rules', 'cycle', 'avoidAfter']} label="干净以后还要等几天" rules={[rule(avoidAfter)]}>
              <InputNumber min={0} max={20} precision={0} />
            </Form.Item>
            <Form.Item name={['rules', 'cycle', 'avoidBefore']} label="来之前几天也不做" rules={[rule(avoidBefore)]}>
              <InputNumber min={0} max={20} precision={0} />
            </Form.Item>
          </div>
          <Form.Item name={['rules', 'cycle', 'text']} label="医院的原话" rules={[rule(text)]}>
            <Input maxLength={200} />
          </Form.Item>
        </>
      )}
    </>
  );
}
