/** A ticket of a session that the union called off: says so, passes on its words, and leads to other sessions. */
import { render, screen } from '@testing-library/react';
import type { RegistrationWire } from '@yugong/domain/registration/wire';
import type { SessionWire } from '@yugong/domain/session/wire';
import { TicketView } from '@/features/registration/ticket/ticket-view';

const session: SessionWire = {
  id: 's',
  programmeId: 'p',
  kind: 'screening',
  title: '两癌筛查',
  place: '演示医院',
  adcode: '500103',
  note: null,
  notice: '仪器坏了，周五补一场。',
  demo: true,
  state: 'cancelled',
  capacity: 3,
  seatsLeft: 3,
  waiting: 0,
  waitlistSize: 1,
  opensAt: '2026-02-09T00:00:00+08:00',
  closesAt: '2099-02-12T21:00:00+08:00',
  cancelUntil: '2099-02-13T03:00:00+08:00',
  startsAt: '2099-02-13T09:00:00+08:00',
  endsAt: '2099-02-13T11:30:00+08:00',
};
const registration: RegistrationWire = {
  id: '01JD7Q9Z3K4M5N6P7Q8R9S0T1V',
  sessionId: 's',
  programmeId: 'p',
  status: 'cancelled',
  ahead: 0,
  offerUntil: null,
  offerBegun: true,
  displaced: false,
  createdAt: '2026-02-10T12:00:00+08:00',
  updatedAt: '2026-02-10T12:00:00+08:00',
};

const draw = (of: Partial<SessionWire>, status: RegistrationWire['status'] = 'cancelled') =>
  render(
    <TicketView
      ticket={{
        registration: { ...registration, status },
        session: { ...session, ...of },
        programme: null,
        pass: null,
        at: 0,
      }}
      team={null}
      reminder={null}
      history={[]}
      old={false}
      just={null}
      refresh={() => Promise.resolve()}
    />,
  );

it('says that the session is off, with the union’s own words, and leads to others', () => {
  draw({});
  expect(screen.getByText('这一场已取消')).toBeInTheDocument();
  expect(screen.getByText('工会通知：仪器坏了，周五补一场。')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /看看其他场次/ })).toHaveAttribute(
    'href',
    expect.stringContaining('screening'),
  );
  expect(screen.queryByText('重新报名')).toBeNull();
});

it('says how a place that she goes to is found, in what is asked of a map too', () => {
  draw({ state: 'open', notice: null, address: '演示路 1 号', floor: '3 楼', phone: '023-63830000 转 9' }, 'booked');
  for (const text of ['演示路 1 号', '3 楼', '023-63830000 转 9', '拨打 023-63830000 转 9'])
    expect(screen.getByText(text)).toBeInTheDocument();
});

it('has no line for what the union has not said', () => {
  draw({ state: 'open', notice: null }, 'booked');
  expect(screen.queryByText('地址')).toBeNull();
  expect(screen.queryByText(/^拨打/)).toBeNull();
});

it('offers the same session again only where she gave her own place back', () => {
  draw({ state: 'open', notice: null });
  expect(screen.getByText('已取消')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /重新报名/ })).toBeInTheDocument();
  expect(screen.queryByText(/工会通知/)).toBeNull();
});
