import { Text } from '@tarojs/components';
import { useState } from 'react';
import { PlainButton } from '../button';
import { defineFixtures } from '../fixtures/define';
import { Sheet } from '.';

function Asked() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <PlainButton onPress={() => setOpen(true)}>
        <Text>取消报名</Text>
      </PlainButton>
      <Sheet title="取消这次报名？" open={open} onClose={() => setOpen(false)}>
        <PlainButton onPress={() => setOpen(false)}>
          <Text>取消报名</Text>
        </PlainButton>
      </Sheet>
    </>
  );
}

export default defineFixtures(
  'Sheet',
  {
    'opened by a button': () => <Asked />,
    open: () => (
      <Sheet title="取消这次报名？" open onClose={() => undefined}>
        <PlainButton onPress={() => undefined}>
          <Text>取消报名</Text>
        </PlainButton>
      </Sheet>
    ),
    'long text': () => (
      <Sheet title="这一场已经满了，要不要排队等别人取消" open onClose={() => undefined}>
        <Text>{'排上了会自动变成已报名，并在这里告诉你。'.repeat(12)}</Text>
      </Sheet>
    ),
  },
  { overlay: true },
);
