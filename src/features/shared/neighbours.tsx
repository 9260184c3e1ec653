import { Row } from '@/ui/row';
import { Section } from '@/ui/section';

/** The article before and the one after; going there doesn't lengthen the way back. */
export function Neighbours({ previous, next }: Record<'previous' | 'next', { url: string; title: string } | null>) {
  if (!previous && !next) return null;
  return (
    <Section heading="上一篇·下一篇">
      {previous && <Row url={previous.url} title={previous.title} detail="上一篇" replace />}
      {next && <Row url={next.url} title={next.title} detail="下一篇" replace />}
    </Section>
  );
}

/** The items beside the one at `id`, as links. */
export function neighboursOf<T extends { id: string; title: string }>(
  items: readonly T[],
  id: string,
  url: (id: string) => string,
) {
  const at = items.findIndex((item) => item.id === id);
  const link = (item: T | undefined) => (item ? { url: url(item.id), title: item.title } : null);
  return { previous: link(items[at - 1]), next: link(at < 0 ? undefined : items[at + 1]) };
}
