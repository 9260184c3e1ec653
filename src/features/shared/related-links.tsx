import type { Link } from '@yugong/content/bundle';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { kindNames, recordUrl } from '../links';

/** Where to read on: records that belong to this one, whatever their kind. */
export function RelatedLinks({ links }: { links: readonly Link[] }) {
  if (links.length === 0) return null;
  return (
    <Section heading="相关内容">
      {links.map((link) => (
        <Row
          key={link.id}
          url={recordUrl(link.collection, link.id)}
          title={link.title}
          detail={kindNames[link.collection]}
        />
      ))}
    </Section>
  );
}
