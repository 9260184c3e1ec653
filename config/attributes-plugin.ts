/**
 * Leaves out of WeChat's templates the events that no page listens to and the properties that no page sets.
 *
 * Taro writes all that a component can have into each of its templates, one for each level of nesting. An event costs
 * WeChat a listener besides its bytes in the main package; a property costs its bytes and is worked out for every node. An
 * event stays where the source has its `on…` anywhere (a property, a type, a name handed on), a property where its name
 * stands anywhere, so that neither can come too late. What is left out is as WeChat has it by itself. One file, as
 * {@link ./aria-plugin} is.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';

/** The part of Taro's platform that the plugin touches. */
interface Platform {
  template?: { buildAttribute: (attributes: Record<string, string>, component: string) => string };
}

/** `onClick` is a tap, and Taro's runtime tells two kinds of `view` apart by `touchmove`. */
const ALWAYS_HEARD = ['tap', 'touchmove'];
/** What Taro gives a node by itself. */
const ALWAYS_SET = ['style', 'class', 'id', 'data-sid'];

/** What is the same on every node needn't be sent with each: a tint goes as soon as the finger is gone. */
const SAME_EVERYWHERE: Record<string, string> = { 'hover-stay-time': '70' };

/** `hover-stay-time` to `hoverStayTime`, as the source has it. */
const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Which attributes of a template have a use. @param src the folder `src` */
function usedIn(src: string): (attribute: string) => boolean {
  // A browser's own files have no part in WeChat's templates, and a page's settings are no node's properties.
  const files = readdirSync(src, { recursive: true, withFileTypes: true }).filter(
    ({ name }) => /\.tsx?$/.test(name) && !/\.(?:h5|config)\.tsx?$/.test(name),
  );
  const words = new Set(
    files.flatMap(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8').match(/\w+/g) ?? []),
  );
  const heard = new Set(ALWAYS_HEARD);
  for (const word of words) if (/^on[A-Z]/.test(word)) heard.add(word.slice(2).toLowerCase());
  return (attribute) => {
    const event = /^(?:bind|catch)(\w+)$/i.exec(attribute)?.[1]?.toLowerCase();
    if (event !== undefined) return heard.has(event);
    return attribute.startsWith('aria-') || ALWAYS_SET.includes(attribute) || words.has(camel(attribute));
  };
}

export default function attributesPlugin(context: IPluginContext): void {
  context.registerMethod({
    name: 'onSetupClose',
    fn({ template }: Platform) {
      // H5 has no templates.
      if (!template) return;
      const isUsed = usedIn(path.resolve(__dirname, '../src'));
      const build = template.buildAttribute.bind(template);
      template.buildAttribute = (attributes, component) =>
        build(
          Object.fromEntries(
            Object.entries(attributes)
              .map(([name, value]): [string, string] => [name, SAME_EVERYWHERE[name] ?? value])
              .filter(([name]) => name in SAME_EVERYWHERE || isUsed(name)),
          ),
          component,
        );
    },
  });
}
