/** A screening's fields: for whom, what is done, what comes before and after. Empty ones mean 「以主办单位通知为准」. */
import { Form, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { SelectField } from '../../../parts/select-field';
import { CycleFields, PreparationFields } from './before-fields';
import { ConditionRows, IntervalRows, WhoFields } from './who-fields';
import { QuotaRows, WindowRows } from './window-fields';
import form from '../form.module.css';

const Part = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => (
  <fieldset className={form.part}>
    <legend>{title}</legend>
    {hint && <p className="quiet">{hint}</p>}
    {children}
  </fieldset>
);

const Who = () => (
  <>
    <Form.Item name="sex" label="面向">
      <SelectField
        placeholder="不限"
        options={[
          { value: 'female', label: '女职工' },
          { value: 'male', label: '男职工' },
        ]}
      />
    </Form.Item>
    <div className={form.pair}>
      <Form.Item name="ageMin" label="年龄下限">
        <InputNumber min={0} max={120} precision={0} />
      </Form.Item>
      <Form.Item name="ageMax" label="年龄上限">
        <InputNumber min={0} max={120} precision={0} />
      </Form.Item>
    </div>
    <WhoFields />
  </>
);

const What = () => (
  <>
    <Form.Item name={['rules', 'items']} label="检查项目" extra="每行一项">
      <Input.TextArea autoSize={{ minRows: 2 }} />
    </Form.Item>
    <Form.Item name={['rules', 'cost']} label="费用">
      <Input maxLength={60} />
    </Form.Item>
    <Form.Item name={['rules', 'bring']} label="携带物品" extra="每行一项">
      <Input.TextArea autoSize={{ minRows: 2 }} />
    </Form.Item>
  </>
);

const After = () => (
  <div className={form.pair}>
    <Form.Item name={['rules', 'results', 'withinDays']} label="几天内出结果">
      <InputNumber min={1} max={365} precision={0} />
    </Form.Item>
    <Form.Item name={['rules', 'results', 'how']} label="通知方式">
      <Input maxLength={60} />
    </Form.Item>
  </div>
);

export const ScreeningFields = () => (
  <>
    <Part title="参加条件" hint="手机上“我能查吗”按这里提问。通知没有写的请留空，不要推测。">
      <Who />
    </Part>
    <Part title="检查间隔">
      <IntervalRows />
    </Part>
    <Part title="其他条件" hint="以上未包含的条件，如怀孕、做过手术。回答只保存在本人手机上。">
      <ConditionRows />
    </Part>
    <Part title="检查项目和携带物品">
      <What />
    </Part>
    <Part title="检查前准备">
      <PreparationFields />
      <CycleFields />
    </Part>
    <Part title="办理日期" hint="不填表示长期办理。">
      <WindowRows />
    </Part>
    <Part title="各区县名额" hint="未分配请留空。">
      <QuotaRows />
    </Part>
    <Part title="结果通知">
      <After />
    </Part>
  </>
);
