import { act, render } from '@testing-library/react';
import { HOUR } from '@yugong/domain/time';
import { ClockNote } from '@/features/registration/parts/clock-note';
import { hearTime } from '@/platform/service-time';

const there = Date.UTC(2026, 1, 10, 4);
/** The service answers while this phone's clock is so many hours behind. */
const behind = (hours: number) =>
  act(() => hearTime(new Date(there).toUTCString(), there - hours * HOUR, there - hours * HOUR));

it.each([
  [3, '手机时间慢了约 3 小时。本页的时间和期限以工会为准。'],
  [-3, '手机时间快了约 3 小时。本页的时间和期限以工会为准。'],
  [24, '手机时间慢了约 1 天。本页的时间和期限以工会为准。'],
  [-50, '手机时间快了约 2 天。本页的时间和期限以工会为准。'],
  [0.2, ''],
])('says of a phone that is %p hours behind: %p', (hours, text) => {
  behind(0);
  const { container } = render(<ClockNote />);
  behind(hours);
  expect(container).toHaveTextContent(text, { normalizeWhitespace: true });
  if (text === '') expect(container).toBeEmptyDOMElement();
});
