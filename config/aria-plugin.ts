/**
 * Makes aria attributes survive on WeChat.
 *
 * Taro's templates name the attributes a component can have and silently drop every other one, aria-*
 * among them. This adds those of aria-attributes.json to the templates at build time, and
 * {@link ./aria-runtime} tells the runtime the same, since both number the attributes alike. Only what the
 * source uses is listed: base.wxml repeats each attribute in some fifty templates.
 * `npm run verify:weapp` compares the list with the source (rule `dropped-aria`).
 */
import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import attributes from './aria-attributes.json';

/** The part of Taro's platform that the plugin touches. */
interface Platform {
  runtimePath: string | string[];
  template?: { mergeComponents: (context: IPluginContext, components: Record<string, Record<string, string>>) => void };
}

export default function ariaPlugin(context: IPluginContext): void {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      // H5 has no templates, and its elements keep what they are given.
      if (!platform.template) return;
      const components = Object.entries(attributes).map(([name, list]) => [name, Object.fromEntries(list.map((attribute) => [attribute, '']))] as const);
      platform.template.mergeComponents(context, Object.fromEntries(components));
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'aria-runtime.js')].flat();
    },
  });
}
