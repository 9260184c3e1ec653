import { defineFixtures } from '../fixtures/define';
import { Form } from '../form';
import { TextField } from '../text-field';
import { ErrorSummary, type FieldError } from '.';

function Failed({ errors }: { errors: readonly FieldError[] }) {
  const of = (field: string) => errors.find((error) => error.field === field)?.text;
  return (
    <Form label="报名" onSubmit={() => undefined}>
      <ErrorSummary errors={errors} />
      <TextField name="name" label="姓名" value="" onChange={() => undefined} error={of('name')} />
      <TextField name="phone" label="手机号" type="tel" value="138" onChange={() => undefined} error={of('phone')} />
    </Form>
  );
}

export default defineFixtures('ErrorSummary', {
  'with one error': () => <Failed errors={[{ field: 'phone', text: '手机号要 11 位数字' }]} />,
  'with multiple errors': () => (
    <Failed
      errors={[
        { field: 'name', text: '请填写姓名，与身份证一致' },
        { field: 'phone', text: '手机号要 11 位数字，现在只有 3 位；可以带空格' },
      ]}
    />
  ),
});
