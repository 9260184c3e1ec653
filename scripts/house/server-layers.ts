/** The layers of the service from the top down; a file imports from its own layer and from those below it. */
import type { House } from './sources';

interface Layer {
  name: string;
  /** Folders and files of server/src, without the ending `.ts`. */
  members: string[];
}

const layers: Layer[] = [
  // The operator's settings are read once by a command; the parts take theirs as options.
  { name: 'commands', members: ['app', 'backup', 'config', 'main', 'operator', 'service', 'staff-admin'] },
  { name: 'endpoints', members: ['api', 'metrics', 'web'] },
  {
    name: 'what the service does',
    members: [
      'content',
      'delivery',
      'demo',
      'geocoding',
      'legal-aid',
      'maintenance',
      'reminders',
      'services',
      'sms',
      'staff',
      'stations',
      'talks',
      'wechat',
    ],
  },
  { name: 'storage', members: ['storage'] },
  { name: 'kernel', members: ['kernel', 'crypto'] },
];

const rankOf = (file: string) => {
  const member = file.replace(/^server\/src\//, '').replace(/(\/.*|\.ts)$/, '');
  return layers.findIndex(({ members }) => members.includes(member));
};

/** Imports of the service that lead from a layer into one above it, and files that belong to no layer yet. */
export function backwardArrows({ sources }: House): string[] {
  return sources
    .filter(({ file }) => file.startsWith('server/src/'))
    .flatMap(({ file, imports }) => {
      const from = rankOf(file);
      if (from < 0) return [`${file}:1 is in no layer of scripts/house/server-layers.ts`];
      return imports.flatMap(({ target, line, typeOnly }) => {
        if (!target?.startsWith('server/src/')) return [];
        const to = rankOf(target);
        if (to < 0 || to >= from) return [];
        const kind = typeOnly ? 'type from ' : '';
        return [`${file}:${line} ${layers[from]?.name} → ${layers[to]?.name}: ${kind}${target}`];
      });
    });
}
