/** Forms: what is typed is kept, what is wrong is said where it is, and everything works by keyboard. */
import { useState } from 'react';
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateField } from '@/ui/date-field';
import { ErrorSummary, type FieldError } from '@/ui/error-summary';
import { Form, SubmitButton } from '@/ui/form';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import choices from '@/ui/choice-group/fixtures';
import forms from '@/ui/form/fixtures';
import pickers from '@/ui/picker-field/fixtures';
import texts from '@/ui/text-field/fixtures';
import { defined } from '@yugong/domain/narrow';

const exampleOf = (all: typeof texts, name: string) => {
  const found = all.examples[name];
  if (!found) throw new Error(`no example ${name}`);
  return found;
};

const draw = (all: typeof texts, name: string) => {
  const Example = exampleOf(all, name);
  return render(<Example />);
};

describe('TextField', () => {
  it('is named by its label and described by its hint and its error', () => {
    draw(texts, 'with hint and error');
    const input = screen.getByRole('textbox', { name: '身份证号' });
    expect(input).toHaveAccessibleDescription('核对年龄和单位要用 最后一位对不上');
    expect(input).toBeInvalid();
  });

  it('is not invalid without an error, and says when it may stay empty', () => {
    draw(texts, 'optional');
    const input = screen.getByRole('textbox', { name: /可不填/ });
    expect(input).toBeValid();
    expect(input).not.toHaveAttribute('aria-required');
  });

  it('takes full-width digits and blanks, and tidies them when it is left', async () => {
    draw(texts, 'with a hint');
    const input = screen.getByRole('textbox', { name: '手机号' });
    await userEvent.type(input, '１３８ ０013　8000');
    expect(input).toHaveValue('１３８ ０013　8000');
    await userEvent.tab();
    expect(input).toHaveValue('13800138000');
  });

  it('keeps what it does not understand, however long', async () => {
    draw(texts, 'with a hint');
    const input = screen.getByRole('textbox', { name: '手机号' });
    const typed = `找老张 ${'138 0013 8000 '.repeat(40)}吧`;
    fireEvent.change(input, { target: { value: typed } });
    fireEvent.blur(input);
    expect(input).toHaveValue(typed);
  });

  it('asks for the right keyboard without losing what a number field would', () => {
    draw(texts, 'number');
    const input = screen.getByRole('textbox', { name: /工资/ });
    expect(input).toHaveAttribute('inputmode', 'decimal');
    fireEvent.change(input, { target: { value: '12，000' } });
    expect(input).toHaveValue('12，000');
  });
});

it('PickerField is a real select that starts with nothing chosen', async () => {
  draw(pickers, 'empty');
  const select = screen.getByRole('combobox', { name: '你在哪个区县上班' });
  expect(select).toHaveDisplayValue('请选择');
  await userEvent.selectOptions(select, '渝中区');
  expect(select).toHaveDisplayValue('渝中区');
  // Nothing is a choice only as long as none was made.
  expect(within(select).queryByText('请选择')).toBeNull();
});

describe('ChoiceGroup', () => {
  it('is a group of real radio buttons under one name', async () => {
    draw(choices, 'with an error');
    const group = screen.getByRole('radiogroup', { name: '你做什么工作' });
    expect(group).toHaveAccessibleDescription('选一个最接近的');
    await userEvent.click(within(group).getByRole('radio', { name: /网约车/ }));
    expect(within(group).getByRole('radio', { name: /网约车/ })).toBeChecked();
    expect(within(group).getByRole('radio', { name: /快递员/ })).not.toBeChecked();
  });

  it('takes and gives back several, in the order in which they stand', async () => {
    draw(choices, 'several');
    await userEvent.click(screen.getByRole('checkbox', { name: '周日' }));
    await userEvent.click(screen.getByRole('checkbox', { name: '周一到周五' }));
    expect(screen.getAllByRole<HTMLInputElement>('checkbox').map(({ checked }) => checked)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('moves by the arrow keys', async () => {
    draw(choices, 'chosen');
    screen.getByRole('radio', { name: /网约车/ }).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('radio', { name: /别的工作/ })).toBeChecked();
  });
});

function TwoFields({ errors: all, onSend }: { errors: FieldError[]; onSend?: () => void }) {
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [name, setName] = useState('');
  return (
    <Form
      label="报名"
      onSubmit={() => {
        setErrors(all);
        onSend?.();
      }}
    >
      <ErrorSummary errors={errors} />
      <TextField name="name" label="姓名" value={name} onChange={setName} />
      <TextField name="phone" label="手机号" value="" onChange={() => undefined} />
      <SubmitButton text="提交" busyText="正在提交" />
    </Form>
  );
}

describe('ErrorSummary', () => {
  const errors = [
    { field: 'name', text: '请填写姓名' },
    { field: 'phone', text: '请填写手机号' },
  ];

  it('takes the focus when something is wrong, at every attempt', async () => {
    render(<TwoFields errors={errors} />);
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    expect(screen.getByRole('alert')).toHaveFocus();
    expect(screen.getByRole('heading', { name: '请检查 2 处' })).toBeInTheDocument();
    await userEvent.type(screen.getByRole('textbox', { name: '姓名' }), '张');
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    expect(screen.getByRole('alert')).toHaveFocus();
  });

  it('does not take the focus from someone who is typing', async () => {
    render(<TwoFields errors={errors} />);
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    const input = screen.getByRole('textbox', { name: '姓名' });
    await userEvent.type(input, '张三');
    expect(input).toHaveFocus();
    expect(input).toHaveValue('张三');
  });

  it('leads to each field at fault', async () => {
    render(<TwoFields errors={errors} />);
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    await userEvent.click(screen.getByRole('link', { name: '请填写手机号' }));
    expect(screen.getByRole('textbox', { name: '手机号' })).toHaveFocus();
  });

  it('leads to the field of its own form where two forms have the same names', async () => {
    render(
      <>
        <TwoFields errors={[]} />
        <TwoFields errors={errors} />
      </>,
    );
    await userEvent.click(defined(screen.getAllByRole('button', { name: '提交' })[1]));
    await userEvent.click(screen.getByRole('link', { name: '请填写手机号' }));
    expect(screen.getAllByRole('textbox', { name: '手机号' })[1]).toHaveFocus();
  });

  it('leads to the first choice of a group', async () => {
    const Group = exampleOf(choices, 'one of a few');
    render(
      <Form label="报名" onSubmit={() => undefined}>
        <ErrorSummary errors={[{ field: 'job', text: '选一个' }]} />
        <Group />
      </Form>,
    );
    await userEvent.click(screen.getByRole('link', { name: '选一个' }));
    expect(screen.getByRole('radio', { name: /快递员/ })).toHaveFocus();
  });
});

describe('Form', () => {
  it('is sent by the Enter key, once, and not while a word is being composed', () => {
    const send = jest.fn();
    render(<TwoFields errors={[]} onSend={send} />);
    const input = screen.getByRole('textbox', { name: '姓名' });
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
    expect(send).not.toHaveBeenCalled();
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('says where it is wrong and lets go once it is right', async () => {
    draw(forms, 'checked when sent');
    await userEvent.click(screen.getByRole('button', { name: '提交报名' }));
    const input = screen.getByRole('textbox', { name: '手机号' });
    expect(input).toHaveAccessibleDescription('手机号要 11 位数字');
    await userEvent.type(input, '138 0013 8000{Enter}');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('takes no second press while it is busy', async () => {
    const send = jest.fn();
    const form = (busy: boolean) => (
      <Form label="报名" onSubmit={send}>
        <SubmitButton text="提交" busyText="正在提交" busy={busy} />
      </Form>
    );
    const { rerender } = render(form(false));
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    rerender(form(true));
    await userEvent.click(screen.getByRole('button', { name: '正在提交' }));
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe('TextArea', () => {
  function Story({ limit }: { limit?: number }) {
    const [text, setText] = useState('');
    return (
      <TextArea name="facts" label="发生了什么" hint="想到什么写什么" value={text} onChange={setText} limit={limit} />
    );
  }

  it('takes lines, and Enter makes a new one instead of sending the form', async () => {
    const send = jest.fn();
    render(
      <Form label="求助" onSubmit={send}>
        <Story />
      </Form>,
    );
    const area = screen.getByRole('textbox', { name: '发生了什么' });
    expect(area).toHaveAccessibleDescription('想到什么写什么');
    await userEvent.type(area, '第一行{Enter}第二行');
    expect(area).toHaveValue('第一行\n第二行');
    expect(send).not.toHaveBeenCalled();
  });

  it('keeps what is over the limit and says by how much', async () => {
    render(<Story limit={4} />);
    const area = screen.getByRole('textbox', { name: '发生了什么' });
    await userEvent.type(area, '一二三四五六');
    expect(area).toHaveValue('一二三四五六');
    expect(area).toBeInvalid();
    expect(area).toHaveAccessibleDescription('想到什么写什么 超出 2 个字，请删减后提交');
  });
});

it('DateField is a day with its bounds, its hint and its error', () => {
  const change = jest.fn();
  render(
    <DateField
      name="ended"
      label="最后一天"
      hint="大概的也行"
      error="这天还没到"
      value=""
      onChange={change}
      last="2026-06-01"
    />,
  );
  const field = screen.getByLabelText('最后一天');
  expect(field).toHaveAttribute('max', '2026-06-01');
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription('大概的也行 这天还没到');
  fireEvent.change(field, { target: { value: '2026-03-02' } });
  expect(change).toHaveBeenCalledWith('2026-03-02');
});
