/** The handbook, within the console itself: it needs no network but the service's. */
import { useEffect } from 'react';
import handbookText from '@docs/staff.zh.md?raw';
import { readHandbook, type HandbookBlock } from './handbook';
import styles from './help.module.css';

const handbook = readHandbook(handbookText);
const found = import.meta.glob<string>('@docs/screenshots/console*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});
/** The pictures' addresses by their names. */
const pictures = new Map(Object.entries(found).map(([at, address]) => [at.slice(at.lastIndexOf('/') + 1), address]));
const headings = handbook.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));

function Block({ block }: { block: HandbookBlock }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h2 id={block.text} className={styles.heading}>
          {block.text}
        </h2>
      );
    case 'subheading':
      return <h3>{block.text}</h3>;
    case 'text':
      return <p>{block.text}</p>;
    case 'list': {
      const items = block.items.map((item) => <li key={item}>{item}</li>);
      return block.ordered ? <ol className={styles.ordered}>{items}</ol> : <ul className={styles.list}>{items}</ul>;
    }
    case 'picture':
      return (
        <img
          className={styles.picture}
          src={pictures.get(block.file)}
          alt={block.text}
          width={1280}
          height={800}
          loading="lazy"
        />
      );
  }
}

export default function HelpPage() {
  useEffect(() => {
    document.title = `${handbook.title} · 渝工随行管理台`;
    // The page comes after its address, so the browser has looked for the section in vain.
    const section = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    section?.scrollIntoView();
  }, []);
  return (
    <main className={styles.page}>
      <h1>{handbook.title}</h1>
      <nav className={styles.contents} aria-label="目录">
        {headings.map((heading) => (
          <a key={heading} href={`#${encodeURIComponent(heading)}`}>
            {heading}
          </a>
        ))}
      </nav>
      {handbook.blocks.map((block, at) => (
        <Block key={at} block={block} />
      ))}
    </main>
  );
}
