import { useOutbox } from '@/platform/outbox';
import { OutboxList } from '@/ui/outbox-list';
import { Section } from '@/ui/section';

/** What the reader handed in and is not settled; not there while there is nothing. */
export function OutboxSection() {
  const items = useOutbox();
  if (items.length === 0) return null;
  return (
    <Section heading="你提交的" note={`${items.length} 件`}>
      <OutboxList items={items} />
    </Section>
  );
}
