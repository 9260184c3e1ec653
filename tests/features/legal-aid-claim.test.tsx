/** Legal aid: the application, no trace of it, and where to go. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useDraft } from '@/features/legal-aid/draft/store';
import { chosenAmounts } from '@/features/legal-aid/amounts/chosen';
import { clockFactsOf } from '@/features/legal-aid/draft/facts';
import { callNumbers, districts, restDaysNow } from '@/features/legal-aid/model';
import AmountsPage from '@/features/legal-aid/pages/amounts';
import AskPage from '@/features/legal-aid/pages/ask';
import ClaimPage from '@/features/legal-aid/pages/claim';
import ClockPage from '@/features/legal-aid/pages/clock';
import EvidencePage from '@/features/legal-aid/pages/evidence';
import InterviewPage from '@/features/legal-aid/pages/interview';
import OverviewPage from '@/features/legal-aid/pages/overview';
import RequestsPage from '@/features/legal-aid/pages/requests';
import RoutePage from '@/features/legal-aid/pages/route';
import { load, stored } from '@/platform/storage';
import { atNoon, give, press, TODAY } from '../fixtures/legal-aid';
import { phone } from '../setup/taro';

atNoon();

describe('the application', () => {
  const draft = {
    troubles: ['wages'],
    claims: ['wages'],
    months: [{ month: '2026-05', due: '5200', paid: '' }],
    fields: { name: '演示人', employer: '演示物业有限公司', facts: '五月的工资没有发。' },
    evidence: ['bank'],
  };
  const review = () => {
    render(<ClaimPage />);
    press('直接看申请书');
  };

  it('says what art. 28 still misses, and has the claims with their workings', () => {
    give(draft);
    review();
    expect(screen.getByText(/^还没有填：/)).toHaveTextContent('你的性别、你的出生日期');
    expect(screen.getByText(/请求裁决被申请人支付拖欠、克扣的工资5,200元/)).toBeInTheDocument();
    expect(screen.getByText(/工资到账记录。来源：申请人保存/)).toBeInTheDocument();
  });

  it('can be written in, and thrown back to what the answers say', () => {
    give(draft);
    review();
    press('改文字');
    fireEvent.change(screen.getByRole('textbox', { name: '申请书' }), { target: { value: '我自己写的' } });
    expect(screen.getByText(/你改过文字/)).toBeInTheDocument();
    press('恢复自动生成');
    const { value } = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '申请书' });
    expect(value).toMatch(/^劳动人事争议仲裁申请书/);
  });

  it('drafts the facts from the answers, and keeps what its author writes instead', () => {
    give({ ...draft, fields: { employer: '演示物业有限公司', started: '2024-05-06', monthly: '5200' } });
    render(<ClaimPage />);
    for (const name of ['继续：双方', '继续：经过']) press(name);
    const facts = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /事情的经过/ });
    expect(facts().value).toContain('申请人于2024年5月6日到被申请人处工作，月工资5,200 元。');
    fireEvent.change(facts(), { target: { value: '我自己写的经过' } });
    expect(useDraft.getState().draft.fields.facts).toBe('我自己写的经过');
    press('恢复自动生成的内容');
    expect(facts().value).toContain('2024年5月6日');
  });

  it('asks for the minimum wage where a month is under it, and claims by the figure that was chosen', () => {
    give({
      ...draft,
      months: [{ month: '2026-05', due: '1900', paid: '1500' }],
      fields: { employer: '演示物业有限公司' },
    });
    render(<ClaimPage />);
    press(/^用 2,330 元/);
    fireEvent.click(screen.getByRole('radio', { name: /^较高：830 元/ }));
    cleanup();
    review();
    expect(
      screen.getByText(/支付拖欠、克扣的工资和低于最低工资标准的差额830元（依据：.*《劳动法》第五十条、第四十八条）/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/2026年5月约定工资1,900元，低于当地月最低工资标准2,330元，实发1,500元/),
    ).toBeInTheDocument();
  });

  it('asks for the labour relation first where there is a cooperation agreement', () => {
    give({ ...draft, fields: { ...draft.fields, relation: 'platform', started: '2024-05-06', still: 'yes' } });
    review();
    expect(
      screen.getByText(/^1\. 请求确认申请人与被申请人自2024年5月6日起至今存在劳动关系（依据：/),
    ).toBeInTheDocument();
    expect(screen.getByText(/^2\. 请求裁决/)).toBeInTheDocument();
  });

  it('has the number of the identity document on the paper only, never in the draft', () => {
    const number = '999999199001010007';
    give(draft);
    review();
    expect(screen.getByText(/^身份证件号码：＿+$/)).toBeInTheDocument();
    fireEvent.change(screen.getByLabelText(/身份证号/), { target: { value: number } });
    expect(screen.getByText(`身份证件号码：${number}`)).toBeInTheDocument();
    expect(JSON.stringify(useDraft.getState().draft)).not.toContain(number);
    expect(JSON.stringify([...phone.storage.values()])).not.toContain(number);
  });

  it('submits the copy that the worker has of what the employer holds', () => {
    give({ ...draft, evidence: ['contract'] });
    const { unmount } = render(<EvidencePage />);
    fireEvent.click(screen.getByRole('radio', { name: '有，我来交' }));
    unmount();
    review();
    expect(screen.getByText('1. 劳动合同或协议。来源：申请人保存。')).toBeInTheDocument();
  });

  it('ticks evidence, which goes into it', () => {
    give({ troubles: ['overtime'] });
    render(<EvidencePage />);
    press(/加班是单位安排的证据/);
    expect(useDraft.getState().draft.evidence).toEqual(['overtime-orders']);
    press(/加班是单位安排的证据/);
    expect(useDraft.getState().draft.evidence).toEqual([]);
  });
});

describe('who was dismissed after three years and seven months, with five claims', () => {
  /** Goes the whole way by taps and fields alone, and counts both. */
  function road() {
    const count = { taps: 0, fields: 0 };
    const tap = (name: string | RegExp, role = 'button') => {
      count.taps += 1;
      fireEvent.click(screen.getByRole(role, { name }));
    };
    const fill = (label: RegExp, value: string) => {
      count.fields += 1;
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    };
    return { count, tap, fill };
  }

  it('reaches the finished application in 28 taps and 14 typed fields at most, each fact once', () => {
    const { count, tap, fill } = road();
    const pick = (label: RegExp, day: string) => {
      // A day is picked on the phone's own wheel: a tap to open it, nothing typed.
      count.taps += 1;
      fireEvent.change(screen.getByLabelText(label), { target: { value: day } });
    };
    const interview = render(<InterviewPage />);
    for (const trouble of [/被辞退了/, /拖着工资/, /加班没给钱/, /没给休年假/]) tap(trouble, 'checkbox');
    tap('下一个');
    tap(/没签，但听它安排/, 'radio');
    tap('过了，已经离职', 'radio');
    pick(/第一天上班/, '2022-10-17');
    tap('下一个');
    pick(/最后一天上班/, '2026-05-15');
    tap('下一个');
    tap(/说不出法律上的理由/, 'radio');
    tap('不知道，跳过');
    tap('看该怎么做');
    interview.unmount();

    const claim = render(<ClaimPage />);
    count.taps += 1; // 写申请书, from the route.
    fill(/一个月应得多少/, '6500');
    tap('2026年4月', 'checkbox');
    fill(/工作日一共加了几小时/, '96');
    tap('2025年', 'checkbox');
    fill(/一共工作过几年/, '6');
    tap(/较高/, 'radio');
    tap('继续：双方');
    fill(/^姓名/, '演示人');
    tap('女', 'radio');
    pick(/出生日期/, '1985-06-02');
    fill(/^职业/, '保洁');
    fill(/^住址/, '演示区演示路1号');
    fill(/^手机号/, '19900000000');
    fill(/单位全称/, '演示物业有限公司');
    fill(/^单位地址/, '演示区演示路2号');
    fill(/单位的电话/, '023-00000000');
    fill(/法定代表人或负责人/, '演示甲');
    fill(/这个人的职务/, '经理');
    tap('继续：经过');
    tap('继续：证据');
    tap(/工资到账记录/);
    tap('继续：看一遍');
    expect(screen.queryByText(/^还没有填/)).toBeNull();
    expect(screen.getByText(/^5\. 请求裁决/)).toBeInTheDocument();
    expect(screen.getByText(/^以上第1项至第5项金额合计/)).toBeInTheDocument();
    claim.unmount();
    expect(count.taps).toBeLessThanOrEqual(28);
    expect(count.fields).toBeLessThanOrEqual(14);
  });
});

describe('a draft stored by the first version', () => {
  it('opens, and what it told counts', () => {
    const value = {
      troubles: ['wages'],
      fields: { still: 'no', started: '2024-01-08', ended: '2026-03-31', earnings: '60000', earningsMonths: '12' },
      events: [{ on: '2026-04-07', kind: 'filed', proven: true }],
      stops: [],
      months: [{ month: '2026-03', due: '5000', paid: '' }],
      claims: ['wages'],
      evidence: ['bank'],
    };
    phone.storage.set('legal-draft', { version: 1, value, at: Date.now() });
    const draft = load(stored.legalDraft);
    expect(draft).toEqual(value);
    expect(chosenAmounts(draft, TODAY, restDaysNow()).amounts.map(({ fen }) => fen)).toEqual([500_000]);
    // Nobody told whether that arbitration is over: it interrupted, and isn't taken for the one that runs.
    expect(clockFactsOf(draft, TODAY)).toMatchObject({ filed: null, interruptions: [{ on: '2026-04-07' }] });
  });
});

describe('no trace', () => {
  it('is said on the page, and clearing really clears', () => {
    give({ troubles: ['wages'], fields: { name: '演示人' } });
    phone.storage.set('taro_clipboard', '演示人');
    phone.storage.set('legal-draft.aside', '演示人');
    render(<OverviewPage />);
    expect(screen.getByText(/只存在这部手机上/)).toBeInTheDocument();
    press('清空我填的');
    const sheet = screen.getByRole('dialog');
    fireEvent.click(within(sheet).getByRole('button', { name: '清空，不留' }));
    expect([...phone.storage.keys()]).toEqual([]);
    expect(screen.getByText(/都清空了/)).toBeInTheDocument();
  });

  it('keeps the answers where 清空 is not confirmed', () => {
    give({ troubles: ['wages'] });
    render(<OverviewPage />);
    press('清空我填的');
    press('不清空');
    expect(useDraft.getState().draft.troubles).toEqual(['wages']);
  });

  it('says when the phone could not keep it', () => {
    phone.storageFull = true;
    jest.spyOn(console, 'warn').mockImplementation();
    give({ troubles: ['wages'] });
    render(<ClockPage />);
    expect(screen.getByText(/内容没有保存/)).toBeInTheDocument();
    jest.restoreAllMocks();
  });

  it('has the way out and three numbers on every page', () => {
    expect(callNumbers.map(({ number }) => number)).toEqual(['12351', '12348', '12333']);
    for (const Page of [
      OverviewPage,
      InterviewPage,
      RoutePage,
      ClockPage,
      AmountsPage,
      ClaimPage,
      EvidencePage,
      AskPage,
      RequestsPage,
    ]) {
      const { unmount } = render(<Page />);
      for (const name of [/快速离开/, /打 12351/, /打 12348/, /打 12333/])
        expect(screen.getAllByRole('button', { name }).length).toBeGreaterThan(0);
      unmount();
    }
  });
});

describe('the places', () => {
  const choose = (name: string) =>
    fireEvent.change(screen.getByLabelText('哪个区县'), {
      target: { value: districts.find(({ title }) => title === name)?.adcode },
    });

  it('of a district that none is known of: said to be unknown, and whom to ring', () => {
    render(<OverviewPage />);
    choose('巫溪县');
    expect(screen.getByText('这个区县的地方，公开资料里没有查到')).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: '打 12333' }).length).toBeGreaterThan(0);
  });

  it('of one with some: those, unverified, and that the others are not known', () => {
    render(<OverviewPage />);
    choose('渝中区');
    expect(screen.getByText('渝中区总工会劳动争议矛盾纠纷源头治理工作室')).toBeInTheDocument();
    expect(screen.getByText(/工会还没有核实/)).toBeInTheDocument();
    expect(screen.getByText('别的地方没有查到')).toBeInTheDocument();
  });

  it('begin with the district that was told', () => {
    give({ fields: { adcode: '500157' } });
    render(<OverviewPage />);
    expect(screen.getByText(/渝北区总工会（办公楼一楼法律咨询室/)).toBeInTheDocument();
    expect(screen.queryByText('渝中区总工会劳动争议矛盾纠纷源头治理工作室')).toBeNull();
  });
});
