/** Who may come: what the phone asks under 「我能查吗」 follows from these. */
import { Checkbox, Form, Input, InputNumber } from 'antd';
import { Condition, employments, employmentTerms, Interval } from '@yugong/domain/screening';
import { usePlaces } from '../../../api/places';
import { Choice } from '../../../parts/choice';
import { rule } from '../../../parts/schema-rule';
import { Rows } from './rows';
import form from '../form.module.css';

const NOT_SAID = '没有通知';
const MOST = 40;
const yesNo = [
  { value: 'no', label: '答“不是”才能来' },
  { value: 'yes', label: '答“是”才能来' },
];

/** A choice between not said, all and some, and the some. */
function Some({
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
  const said = Form.useWatch(['rules', `${name}Said`]) as string | undefined;
  return (
    <>
      <Form.Item name={['rules', `${name}Said`]} label={label}>
        <Choice
          placeholder={NOT_SAID}
          options={[
            { value: 'any', label: any },
            { value: 'some', label: some },
          ]}
        />
      </Form.Item>
      {said === 'some' && (
        <Form.Item
          name={['rules', name]}
          label={some}
          // Not `required`: a group of boxes may not say so to screen readers.
          rules={[{ type: 'array', min: 1, message: '至少勾一个' }]}
        >
          <Checkbox.Group options={options} />
        </Form.Item>
      )}
    </>
  );
}

export function WhoFields() {
  const places = usePlaces();
  return (
    <>
      <Some
        name="employment"
        label="做哪种工作的"
        any="哪种都可以"
        some="只给这几种"
        options={employments.map((value) => ({ value, label: employmentTerms[value] }))}
      />
      <Form.Item name={['rules', 'household']} label="户口">
        <Choice
          placeholder={NOT_SAID}
          options={[
            { value: 'any', label: '不看户口' },
            { value: 'city', label: '要重庆户口' },
          ]}
        />
      </Form.Item>
      <Some
        name="districts"
        label="住在或者上班在哪里"
        any="哪个区县都可以"
        some="只给这几个区县"
        options={(places.data?.districts ?? []).map(({ adcode, title }) => ({ value: adcode, label: title }))}
      />
    </>
  );
}

export const IntervalRows = () => (
  <Rows name={['rules', 'intervals']} what="间隔" add="加一项检查的间隔" blank={{ of: '', months: null }} most={MOST}>
    {(at) => (
      <div className={form.pair}>
        <Form.Item name={[at, 'of']} label="哪项检查" rules={[rule(Interval.entries.of)]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name={[at, 'months']} label="隔几个月才能再查" extra="没写就空着">
          <InputNumber min={1} max={240} precision={0} />
        </Form.Item>
      </div>
    )}
  </Rows>
);

export const ConditionRows = () => (
  <Rows
    name={['rules', 'conditions']}
    what="条件"
    add="加一个条件"
    blank={{ question: '', hint: '', wanted: 'no', because: '' }}
    most={MOST}
  >
    {(at) => (
      <>
        <Form.Item
          name={[at, 'question']}
          label="问她什么"
          extra="能用“是”或“不是”回答"
          rules={[rule(Condition.entries.question)]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <div className={form.pair}>
          <Form.Item name={[at, 'wanted']} label="怎么答才能来" rules={[rule(Condition.entries.wanted)]}>
            <Choice options={yesNo} />
          </Form.Item>
          <Form.Item name={[at, 'hint']} label="补一句说明（可不填）">
            <Input maxLength={100} />
          </Form.Item>
        </div>
        <Form.Item
          name={[at, 'because']}
          label="不能来的人看到什么"
          extra="为什么，接下来去哪里"
          rules={[rule(Condition.entries.because)]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </>
    )}
  </Rows>
);
