/** Asking the union: nothing goes out before the tap, once after it, and clearing takes back what waits. */
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { useDraft } from '@/features/legal-aid/draft/store';
import AskPage from '@/features/legal-aid/pages/ask';
import { useSeen } from '@/features/shared/legal-aid-news';
import { forgetServed } from '@/platform/service';
import { load, stored } from '@/platform/storage';
import { atNoon, give, press } from '../fixtures/legal-aid';
import { consent, filled, settle, union, withUnion, writes } from '../fixtures/legal-aid-service';
import { phone } from '../setup/taro';

atNoon();
withUnion();

describe('the request', () => {
  it('is not sent before everything is there, and says what is missing', async () => {
    render(<AskPage />);
    await settle();
    press('发给工会');
    for (const words of [/请选择是哪方面的事/, /请写发生了什么/, /请填写姓名/, /请填写手机号/, /请先同意/])
      expect(screen.getAllByText(words).length).toBeGreaterThan(0);
    expect(writes()).toEqual([]);
  });

  it('goes out once, with what the page showed and nothing else of the draft', async () => {
    give({ ...filled, fields: { ...filled.fields, facts: '申请书里的经过', home: '家里的住址' } });
    render(<AskPage />);
    await settle();
    expect(screen.getByText(consent.text)).toBeInTheDocument();
    fireEvent.click(screen.getByRole('checkbox', { name: '我同意' }));
    press('发给工会');
    await settle();
    expect(writes()).toEqual([
      {
        line: 'POST /api/v1/legal-aid',
        key: expect.any(String),
        data: {
          topic: 'pay',
          name: '演示人',
          phone: '19900000001',
          text: '五月的工资没有发',
          bring: ['劳动合同或协议'],
          adcode: '500103',
          dueDay: null,
          consents: [{ purpose: 'legal-aid', version: consent.version }],
        },
      },
    ]);
    expect(screen.getByText('已提交，等待受理')).toBeInTheDocument();
    press('另写一份');
    expect(screen.getByRole('textbox', { name: /发生了什么/ })).toHaveValue('');
    expect(useDraft.getState().draft.fields.facts).toBe('申请书里的经过');
  });

  it('says of a demo that nobody reads it, and of no other', async () => {
    const told = () => screen.queryByText(/没有人会看到/);
    const { unmount } = render(<AskPage />);
    await settle();
    expect(told()).toBeNull();
    unmount();
    union.demo = true;
    forgetServed();
    render(<AskPage />);
    await settle();
    expect(told()).toBeInTheDocument();
  });

  it('begins with all that was told, takes more than one topic, and tells the union of each', async () => {
    give({ ...filled, troubles: ['wages', 'injury'] });
    render(<AskPage />);
    await settle();
    expect(screen.getByRole('checkbox', { name: '工资、加班费、扣款' })).toBeChecked();
    expect(screen.getByRole('checkbox', { name: '工伤' })).toBeChecked();
    fireEvent.click(screen.getByRole('checkbox', { name: '社保' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '工资、加班费、扣款' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '我同意' }));
    press('发给工会');
    await settle();
    expect(writes()).toMatchObject([{ data: { topic: 'injury', text: '五月的工资没有发\n还涉及：社保' } }]);
  });

  it('is a clue for the union’s supervision where the link here said so, and says what that isn’t', async () => {
    phone.params = { topic: 'supervision' };
    give({ ...filled, fields: { ...filled.fields, askText: '演示公司不让休年假，2025年起' } });
    render(<AskPage />);
    await settle();
    expect(screen.getByRole('checkbox', { name: '请工会查一查单位' })).toBeChecked();
    expect(screen.getByText(/不代替仲裁/)).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /哪个单位、什么事/ })).toBeInTheDocument();
    fireEvent.click(screen.getByRole('checkbox', { name: '我同意' }));
    press('发给工会');
    await settle();
    expect(writes()).toMatchObject([{ data: { topic: 'supervision' } }]);
  });

  it('tells the nearest last day only where that is left on', async () => {
    give({
      ...filled,
      troubles: ['dismissed'],
      fields: { ...filled.fields, still: 'no', ended: '2025-06-05', knew: '2025-06-05' },
    });
    const { unmount } = render(<AskPage />);
    await settle();
    expect(screen.getByText(/也要马上打 12348/)).toBeInTheDocument();
    const send = async () => {
      fireEvent.click(screen.getByRole('checkbox', { name: '我同意' }));
      press('发给工会');
      await settle();
    };
    await send();
    expect(writes()[0]?.data).toMatchObject({ dueDay: '2026-06-05' });
    press('另写一份');
    give({ fields: { ...useDraft.getState().draft.fields, askText: '再写一次' } });
    fireEvent.click(screen.getByRole('radio', { name: '否' }));
    await send();
    expect(writes()[1]?.data).toMatchObject({ dueDay: null });
    unmount();
  });

  it('waits on the phone without an answer, says so, and keeps the key', async () => {
    union.refuse = 'nothing';
    give(filled);
    const { unmount } = render(<AskPage />);
    await settle();
    fireEvent.click(screen.getByRole('checkbox', { name: '我同意' }));
    press('发给工会');
    await settle();
    expect(screen.getByText(/暂未收到确认/)).toBeInTheDocument();
    expect(screen.queryByText('已提交，等待受理')).toBeNull();
    unmount();
    union.refuse = null;
    render(<AskPage />);
    press('立即发送');
    await settle();
    expect(screen.getByText('已提交，等待受理')).toBeInTheDocument();
    expect(new Set(writes().map(({ key }) => key)).size).toBe(1);
  });

  it('that is refused leaves what was typed to be put right', async () => {
    union.refuse = {
      status: 403,
      body: { title: '还没有同意信息的使用方式', status: 403, code: 'consent-missing', retryable: false },
    };
    give(filled);
    render(<AskPage />);
    await settle();
    fireEvent.click(screen.getByRole('checkbox', { name: '我同意' }));
    press('发给工会');
    await settle();
    expect(screen.getByText(/未成功：还没有同意/)).toBeInTheDocument();
    press('返回修改');
    expect(screen.getByRole('textbox', { name: /发生了什么/ })).toHaveValue('五月的工资没有发');
  });
});

it('clearing takes back what waits, and what was read', async () => {
  union.refuse = 'nothing';
  give(filled);
  render(<AskPage />);
  await settle();
  fireEvent.click(screen.getByRole('checkbox', { name: '我同意' }));
  press('发给工会');
  await settle();
  act(() => useSeen.setState({ seen: { r1: { status: 'answered', answers: 1 } } }));
  expect(JSON.stringify([...phone.storage])).toContain('五月的工资没有发');
  press('清空我填的');
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '清空，不留' }));
  expect(JSON.stringify([...phone.storage])).not.toContain('演示人');
  expect(load(stored.outbox)).toEqual([]);
  expect(load(stored.legalAidSeen)).toEqual({});
});
