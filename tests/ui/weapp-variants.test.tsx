/** The variants for WeChat: the same promises by other means. */
import { useState } from 'react';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ChoiceGroup } from '@/ui/choice-group/index.weapp';
import { DateField } from '@/ui/date-field/index.weapp';
import { ErrorSummary } from '@/ui/error-summary/index.weapp';
import { Form, SubmitButton } from '@/ui/form/index.weapp';
import { MonthGrid } from '@/ui/month-grid/index.weapp';
import { PickerField } from '@/ui/picker-field/index.weapp';
import { Sheet } from '@/ui/sheet/index.weapp';
import { TextArea } from '@/ui/text-area/index.weapp';
import { TextField } from '@/ui/text-field/index.weapp';
import { phone } from '../setup/taro';
import { defined } from '@yugong/domain/narrow';

function Phone({ error }: { error?: string }) {
  const [value, setValue] = useState('');
  return <TextField name="phone" label="手机号" type="tel" value={value} onChange={setValue} error={error} />;
}

describe('TextField', () => {
  it('says its error with its label, since WeChat knows no description', () => {
    render(<Phone error="要 11 位数字" />);
    expect(screen.getByRole('textbox', { name: '手机号，错误：要 11 位数字' })).toHaveAttribute('data-type', 'number');
  });

  it('does not shorten what is typed, and tidies it when it is left', () => {
    render(<Phone />);
    const input = screen.getByRole('textbox');
    expect(input).not.toHaveAttribute('maxlength');
    fireEvent.change(input, { target: { value: '１３８ ００１３ ８０００' } });
    fireEvent.blur(input);
    expect(input).toHaveValue('13800138000');
  });
});

describe('TextArea', () => {
  it('keeps every line and does not shorten, and says its error with its label', () => {
    const change = jest.fn();
    const long = '经理说下个月发。\n'.repeat(40);
    render(<TextArea name="facts" label="发生了什么" value={long} onChange={change} error="写短一点" />);
    const area = screen.getByRole('textbox', { name: '发生了什么，错误：写短一点' });
    expect(area).not.toHaveAttribute('maxlength');
    expect(area).toHaveValue(long);
    fireEvent.change(area, { target: { value: `${long}完` } });
    expect(change).toHaveBeenCalledWith(`${long}完`);
  });

  it('says how much is too much', () => {
    render(<TextArea name="facts" label="经过" value="一二三四五" onChange={jest.fn()} limit={3} />);
    expect(screen.getByText('超出 2 个字，请删减后提交')).toBeInTheDocument();
  });
});

it('DateField says its day and hands over what was picked', () => {
  const change = jest.fn();
  const { rerender } = render(<DateField name="ended" label="最后一天" value="" onChange={change} last="2026-06-01" />);
  expect(screen.getByRole('button', { name: '最后一天，选择日期' })).toBeInTheDocument();
  const wheel = screen.getByLabelText('wheel');
  expect(wheel).toHaveAttribute('max', '2026-06-01');
  fireEvent.change(wheel, { target: { value: '2026-03-02' } });
  expect(change).toHaveBeenCalledWith('2026-03-02');
  rerender(<DateField name="ended" label="最后一天" value="2026-03-02" onChange={change} />);
  expect(screen.getByRole('button', { name: '最后一天，2026年3月2日' })).toBeInTheDocument();
});

it('PickerField hands over what was picked', async () => {
  const change = jest.fn();
  const options = [
    { value: 'a', text: '渝中区' },
    { value: 'b', text: '江北区' },
  ];
  const { rerender } = render(<PickerField name="d" label="区县" options={options} value={null} onChange={change} />);
  expect(screen.getByRole('button', { name: '区县，请选择' })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '江北区' }));
  expect(change).toHaveBeenCalledWith('b');
  rerender(<PickerField name="d" label="区县" options={options} value="b" onChange={change} />);
  expect(screen.getByRole('button', { name: '区县，江北区' })).toBeInTheDocument();
});

it('ChoiceGroup says what is chosen', async () => {
  const change = jest.fn();
  const options = [
    { value: 'mon', text: '周一' },
    { value: 'sat', text: '周六' },
  ];
  render(<ChoiceGroup several name="days" label="哪天" options={options} value={['mon']} onChange={change} />);
  expect(screen.getByRole('group', { name: '哪天' })).toBeInTheDocument();
  expect(screen.getByRole('checkbox', { name: '周一' })).toBeChecked();
  await userEvent.click(screen.getByRole('checkbox', { name: '周六' }));
  expect(change).toHaveBeenCalledWith(['mon', 'sat']);
});

it('ErrorSummary comes into sight at every attempt and leads to its field', async () => {
  function SignUp() {
    const [errors, setErrors] = useState<{ field: string; text: string }[]>([]);
    return (
      <Form label="报名" onSubmit={() => setErrors([{ field: 'phone', text: '请填写手机号' }])}>
        <ErrorSummary errors={errors} />
        <Phone />
        <SubmitButton text="提交" busyText="正在提交" />
      </Form>
    );
  }
  render(<SignUp />);
  await userEvent.click(screen.getByRole('button', { name: '提交' }));
  const alert = screen.getByRole('alert');
  expect(phone.scrolledTo).toEqual([`#${alert.id}`]);
  await userEvent.click(screen.getByRole('button', { name: '提交' }));
  expect(phone.scrolledTo).toHaveLength(2);
  await userEvent.click(screen.getByRole('button', { name: '请填写手机号' }));
  expect(screen.getByRole('textbox')).toHaveFocus();
  // A second way to the same field works as the first did.
  fireEvent.blur(screen.getByRole('textbox'));
  (document.activeElement as HTMLElement).blur();
  await userEvent.click(screen.getByRole('button', { name: '请填写手机号' }));
  expect(screen.getByRole('textbox')).toHaveFocus();
});

it('Sheet closes by its button and its ground, and is not there while it is closed', async () => {
  const close = jest.fn();
  const { rerender } = render(
    <Sheet title="取消发送？" open={false} onClose={close}>
      内容
    </Sheet>,
  );
  expect(screen.queryByText('内容')).toBeNull();
  rerender(
    <Sheet title="取消发送？" open onClose={close}>
      内容
    </Sheet>,
  );
  await userEvent.click(screen.getByRole('button', { name: '关闭' }));
  fireEvent.click(defined(screen.getByRole('dialog', { name: '取消发送？' }).previousElementSibling));
  expect(close).toHaveBeenCalledTimes(2);
});

it('MonthGrid says of each day what is on it', async () => {
  const select = jest.fn();
  const marks = { '2026-10-01': [{ sign: '休', text: '国庆节放假' }] };
  render(
    <MonthGrid
      month="2026-10"
      today="2026-10-14"
      selected="2026-10-15"
      marks={marks}
      onSelect={select}
      onMonth={jest.fn()}
    />,
  );
  expect(screen.getAllByRole('button', { name: /^10月\d+日/ })).toHaveLength(31);
  expect(screen.getByRole('button', { name: '10月15日 周四，已选' })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '10月1日 周四，国庆节放假' }));
  expect(select).toHaveBeenCalledWith('2026-10-01');
});

it.each([
  [false, 0],
  [true, 1],
])('ReadAloud offers itself only where the operator has the plugin: %s', async (SPEECH_PLUGIN, buttons) => {
  Object.assign(globalThis, { SPEECH_PLUGIN });
  jest.resetModules();
  // The modules are loaded anew, so they need their own renderer, which must not ask for hooks within a test.
  process.env['RTL_SKIP_AUTO_CLEANUP'] = 'true';
  const dom = await import('@testing-library/react');
  jest.doMock('@/platform/read-aloud', () => ({ useReadAloud: () => ({ available: true, state: 'off' }) }));
  const { ReadAloud } = await import('@/ui/read-aloud/index.weapp');
  const { unmount } = dom.render(<ReadAloud paragraphs={['一段']}>一段</ReadAloud>);
  expect(dom.screen.getByText('一段')).toBeInTheDocument();
  expect(dom.screen.queryAllByRole('button')).toHaveLength(buttons);
  unmount();
});
