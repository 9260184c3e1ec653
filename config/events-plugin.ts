/**
 * Leaves out of WeChat's templates the events that no page listens to.
 *
 * Taro writes every event that a component can send into each of its templates, one for each level of nesting, and each
 * costs WeChat a listener besides its bytes in the main package. An event stays where the source has its `on…` anywhere
 * (a property, a type, a name handed on), so that a listener can't come too late. One file, as {@link ./aria-plugin} is.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';

/** The part of Taro's platform that the plugin touches. */
interface Platform {
  template?: { buildAttribute: (attributes: Record<string, string>, component: string) => string };
}

/** `onClick` is a tap, and Taro's runtime tells two kinds of `view` apart by `touchmove`. */
const ALWAYS = ['tap', 'touchmove'];

/** Events by WeChat's names: `touchstart` for `onTouchStart`. @param src the folder `src` */
function eventsHeard(src: string): Set<string> {
  const files = readdirSync(src, { recursive: true, withFileTypes: true }).filter(({ name }) => /\.tsx?$/.test(name));
  const names = files.flatMap(({ parentPath, name }) =>
    [...readFileSync(path.join(parentPath, name), 'utf8').matchAll(/\bon([A-Z]\w*)/g)].map(([, event = '']) =>
      event.toLowerCase(),
    ),
  );
  return new Set([...names, ...ALWAYS]);
}

export default function eventsPlugin(context: IPluginContext): void {
  context.registerMethod({
    name: 'onSetupClose',
    fn({ template }: Platform) {
      // H5 has no templates.
      if (!template) return;
      const heard = eventsHeard(path.resolve(__dirname, '../src'));
      const build = template.buildAttribute.bind(template);
      template.buildAttribute = (attributes, component) =>
        build(
          Object.fromEntries(
            Object.entries(attributes).filter(([name]) => {
              const event = /^bind(\w+)$/i.exec(name)?.[1]?.toLowerCase();
              return event === undefined || heard.has(event);
            }),
          ),
          component,
        );
    },
  });
}
