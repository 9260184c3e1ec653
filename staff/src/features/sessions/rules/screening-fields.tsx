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
      <Form.Item name="ageMin" label="年龄从">
        <InputNumber min={0} max={120} precision={0} />
      </Form.Item>
      <Form.Item name="ageMax" label="到">
        <InputNumber min={0} max={120} precision={0} />
      </Form.Item>
    </div>
    <WhoFields />
  </>
);

const What = () => (
  <>
    <Form.Item name={['rules', 'items']} label="检查什么" extra="一行一项">
      <Input.TextArea autoSize={{ minRows: 2 }} />
    </Form.Item>
    <Form.Item name={['rules', 'cost']} label="费用">
      <Input maxLength={60} />
    </Form.Item>
    <Form.Item name={['rules', 'bring']} label="要带什么" extra="一行一样">
      <Input.TextArea autoSize={{ minRows: 2 }} />
    </Form.Item>
  </>
);

const After = () => (
  <div className={form.pair}>
    <Form.Item name={['rules', 'results', 'withinDays']} label="几天内出结果">
      <InputNumber min={1} max={365} precision={0} />
    </Form.Item>
    <Form.Item name={['rules', 'results', 'how']} label="怎么告诉本人">
      <Input maxLength={60} />
    </Form.Item>
  </div>
);

export const ScreeningFields = () => (
  <>
    <Part title="谁能来" hint="手机上“我能查吗”按这里问。没有通知的空着，不要猜。">
      <Who />
    </Part>
    <Part title="多久可以再查">
      <IntervalRows />
    </Part>
    <Part title="还要问的" hint="上面没有的条件，比如怀孕、做过手术。她的回答只留在她手机上。">
      <ConditionRows />
    </Part>
    <Part title="查什么，带什么">
      <What />
    </Part>
    <Part title="去之前">
      <PreparationFields />
      <CycleFields />
    </Part>
    <Part title="哪些日子办" hint="空着就一直办。">
      <WindowRows />
    </Part>
    <Part title="各区县多少名额" hint="没有分就空着。">
      <QuotaRows />
    </Part>
    <Part title="出结果">
      <After />
    </Part>
  </>
);
