import { useState } from 'react';
import { normalise } from '@yugong/domain/typing';
import { ErrorSummary, type FieldError } from '../error-summary';
import { defineFixtures } from '../fixtures/define';
import { TextField } from '../text-field';
import { Form, SubmitButton } from '.';

function SignUp() {
  const [phone, setPhone] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const check = () =>
    setErrors(/^1\d{10}$/.test(normalise('tel', phone)) ? [] : [{ field: 'phone', text: '手机号要 11 位数字' }]);
  return (
    <Form label="报名" onSubmit={check}>
      <ErrorSummary errors={errors} />
      <TextField name="phone" label="手机号" type="tel" value={phone} onChange={setPhone} error={errors[0]?.text} />
      <SubmitButton text="提交报名" busyText="正在提交……" />
    </Form>
  );
}

export default defineFixtures('Form', {
  'checked when sent': () => <SignUp />,
  busy: () => (
    <Form label="报名" onSubmit={() => undefined}>
      <SubmitButton text="提交报名" busyText="正在提交……" busy />
    </Form>
  ),
});
