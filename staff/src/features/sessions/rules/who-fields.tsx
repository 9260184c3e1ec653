/** Fields for who may come; the app's questions under 「我能查吗」 follow from them. */
import { Checkbox, Form, Input, InputNumber } from 'antd';
import { Condition, employments, employmentTerms, Interval } from '@yugong/domain/screening';
import { useDirectory } from '../../../api/directory';
import { schemaRule } from '../../../parts/schema-rule';
import { SelectField } from '../../../parts/select-field';
import { FormRows } from './rows';
import form from '../form.module.css';

const NO_NOTICE = '通知未说明';
const MAX_ROWS = 40;
const yesNo = [
  { value: 'no', label: '回答“不是”才符合' },
  { value: 'yes', label: '回答“是”才符合' },
];

/** A choice between not stated, any and some, with checkboxes for the some. */
function AnyOrSome({
  name,
  label,
  any,
  some,
  options,
}: {
  name: string;
  label: string;
  any: string;
  some: string;
  options: { value: string; label: string }[];
}) {
  const choice: string | undefined = Form.useWatch(['rules', `${name}Said`]);
  return (
    <>
      <Form.Item name={['rules', `${name}Said`]} label={label}>
        <SelectField
          placeholder={NO_NOTICE}
          options={[
            { value: 'any', label: any },
            { value: 'some', label: some },
          ]}
        />
      </Form.Item>
      {choice === 'some' && (
        <Form.Item
          name={['rules', name]}
          label={some}
          // Not `required`: a group of boxes may not say so to screen readers.
          rules={[{ type: 'array', min: 1, message: '至少选择一项' }]}
        >
          <Checkbox.Group options={options} />
        </Form.Item>
      )}
    </>
  );
}

export function WhoFields() {
  const directory = useDirectory();
  return (
    <>
      <AnyOrSome
        name="employment"
        label="就业类型"
        any="不限"
        some="限以下类型"
        options={employments.map((value) => ({ value, label: employmentTerms[value] }))}
      />
      <Form.Item name={['rules', 'household']} label="户口">
        <SelectField
          placeholder={NO_NOTICE}
          options={[
            { value: 'any', label: '不限户口' },
            { value: 'city', label: '限重庆户口' },
          ]}
        />
      </Form.Item>
      <AnyOrSome
        name="districts"
        label="居住或工作的区县"
        any="不限区县"
        some="限以下区县"
        options={(directory.data?.districts ?? []).map(({ adcode, title }) => ({ value: adcode, label: title }))}
      />
    </>
  );
}

export const IntervalRows = () => (
  <FormRows
    name={['rules', 'intervals']}
    itemLabel="间隔"
    add="添加检查间隔"
    blank={{ of: '', months: null }}
    max={MAX_ROWS}
  >
    {(at) => (
      <div className={form.pair}>
        <Form.Item name={[at, 'of']} label="检查名称" rules={[schemaRule(Interval.entries.of)]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name={[at, 'months']} label="间隔月数" extra="未说明请留空">
          <InputNumber min={1} max={240} precision={0} />
        </Form.Item>
      </div>
    )}
  </FormRows>
);

export const ConditionRows = () => (
  <FormRows
    name={['rules', 'conditions']}
    itemLabel="条件"
    add="添加条件"
    blank={{ question: '', hint: '', wanted: 'no', because: '' }}
    max={MAX_ROWS}
  >
    {(at) => (
      <>
        <Form.Item
          name={[at, 'question']}
          label="要问的问题"
          extra="可以用“是”或“不是”回答"
          rules={[schemaRule(Condition.entries.question)]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <div className={form.pair}>
          <Form.Item name={[at, 'wanted']} label="符合条件的回答" rules={[schemaRule(Condition.entries.wanted)]}>
            <SelectField options={yesNo} />
          </Form.Item>
          <Form.Item name={[at, 'hint']} label="补充说明（选填）">
            <Input maxLength={100} />
          </Form.Item>
        </div>
        <Form.Item
          name={[at, 'because']}
          label="不符合时的提示"
          extra="说明原因和后续建议"
          rules={[schemaRule(Condition.entries.because)]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </>
    )}
  </FormRows>
);
