/** Every aria attribute that the source gives a Taro component has to be in that component's template: Taro drops it otherwise. */
import { ariaUses, kebab } from '../../../config/aria-plugin';
import type { WeappBuild } from '../build';
import { finding, type Finding } from '../finding';

/** Compares the source's attributes with the templates of base.wxml. */
export function checkAria(build: WeappBuild, src: string): Finding[] {
  if (!build.has('base.wxml')) return [];
  const base = build.read('base.wxml');
  return ariaUses(src).flatMap(({ component, attribute, file }) => {
    // Taro takes a bare template for a node that has nothing but class and style; such a node has no aria either.
    const tags = [...base.matchAll(new RegExp(`<${kebab(component)}\\s([^>]*)>`, 'g'))]
      .map(([tag]) => tag)
      .filter((tag) => /\{\{(xs\.\w\()?i\.p\d/.test(tag));
    const carrying = tags.filter((tag) => tag.includes(`${attribute}=`));
    if (tags.length > 0 && carrying.length === tags.length) return [];
    return [
      finding(
        'dropped-aria',
        file,
        `<${component}> 的 ${attribute} 没有进 base.wxml（${tags.length} 个模板里有 ${carrying.length} 个带着）`,
      ),
    ];
  });
}
