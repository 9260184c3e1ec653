/** The one picture of docs/architecture.md, drawn from the imports: which part of the house knows which. */
import type { House } from './sources';

/** A part's box, or null for what the picture leaves out (tests, scripts, build configuration). */
function partOf(file: string): string | null {
  const [top, second = '', third = ''] = file.split('/');
  if (top === 'packages') return `packages/${second}`;
  if (top === 'src') return ['platform', 'ui', 'features', 'pages'].includes(second) ? `src/${second}` : null;
  if (top === 'server' && second === 'src') return third.includes('.') ? 'server/main' : `server/${third}`;
  if (top === 'staff' && second === 'src') return third.includes('.') ? null : `staff/${third}`;
  return null;
}

/**
 * Draws the arrows between parts as a Mermaid flowchart; what every part may use (the domain and the kernel) is told
 * beside the picture and left out of it, so that the rest can be seen.
 *
 * @example pictureOf(house) // 'flowchart TD\n  subgraph app\n …'
 */
export function pictureOf({ sources }: House): string {
  const arrows = new Map<string, number>();
  for (const { file, imports } of sources) {
    const from = partOf(file);
    if (from === null) continue;
    for (const { target } of imports) {
      const to = target === null ? null : partOf(target);
      if (to === null || to === from || to === 'packages/domain' || to === 'server/kernel') continue;
      const arrow = `${from} --> ${to}`;
      arrows.set(arrow, (arrows.get(arrow) ?? 0) + 1);
    }
  }
  const parts = [...new Set([...arrows.keys()].flatMap((arrow) => arrow.split(' --> ')))].sort();
  const id = (part: string): string => part.replace(/\W/g, '_');
  const groups = ['src', 'staff', 'server', 'packages'].map((group) => {
    const members = parts.filter((part) => part.startsWith(`${group}/`));
    return [`  subgraph ${group}`, ...members.map((part) => `    ${id(part)}["${part}"]`), '  end'].join('\n');
  });
  const lines = [...arrows.keys()].sort().map((arrow) => {
    const [from = '', to = ''] = arrow.split(' --> ');
    return `  ${id(from)} --> ${id(to)}`;
  });
  return ['flowchart TD', ...groups, ...lines].join('\n');
}
