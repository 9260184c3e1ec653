import type { OutboxItem } from '@/platform/outbox';
import { defineFixtures } from '../fixtures/define';
import { OutboxList } from '.';

const item = (key: string, progress: OutboxItem['progress'], attempts = 1): OutboxItem => ({
  key,
  kind: 'sign-up',
  title: '报名：周四 9:30，渝中',
  method: 'POST',
  path: '/api/v1/sessions/s1/registrations',
  body: null,
  createdAt: Date.UTC(2026, 9, 14, 1, 30),
  attempts,
  progress,
});

export default defineFixtures('OutboxList', {
  'never sent': () => <OutboxList items={[item('a', { state: 'waiting', until: 0 }, 0)]} />,
  'no answer yet': () => <OutboxList items={[item('a', { state: 'waiting', until: 0 })]} />,
  sending: () => <OutboxList items={[item('a', { state: 'sending', stopping: false })]} />,
  'settled in every way': () => (
    <OutboxList
      items={[
        item('a', { state: 'done', at: 0, status: 201, answer: null }),
        item('b', { state: 'refused', code: 'session-full', title: '这一场已经满了，可以看看别的场次', errors: [] }),
        item('c', { state: 'stopped' }),
      ]}
    />
  ),
});
