/* global module */
/**
 * Takes out of the libraries what a mini-program of this kind never does and what they ask only when they run, so that no
 * bundler can know. Refuses a library that is written in another way now.
 */
const UNUSED = [
  {
    // Nothing in the app writes HTML, and Taro's runtime exports what calls its parser of HTML.
    file: /[\\/]@tarojs[\\/]runtime[\\/]dist[\\/]dom-external[\\/](inner-html[\\/]html|node)\.js$/,
    pattern: /(?<!function )\bparser\(html, [\w.]+\)/g,
    becomes: () => '[]',
  },
  {
    // A mini-program's tree takes over no markup that is there already, and is never replaced as a whole: Taro's host
    // answers so (`supportsHydration`, `supportsPersistence`).
    file: /[\\/]react-reconciler\.production\.min\.js$/,
    pattern: /\$\$\$hostConfig\.supports(Mutation|Persistence|Hydration)\b/g,
    becomes: (_, ability) => (ability === 'Mutation' ? '!0' : '!1'),
  },
  {
    // Taken apart like this, webpack keeps all that Taro's runtime exports.
    file: /[\\/]@tarojs[\\/]taro[\\/]index\.js$/,
    pattern: /const \{ hooks \} = require\((['"])@tarojs\/runtime\1\)/g,
    becomes: () => "const hooks = require('@tarojs/runtime').hooks",
  },
];

module.exports = function unusedLoader(source) {
  const unused = UNUSED.find(({ file }) => file.test(this.resourcePath));
  if (!unused) return source;
  const without = source.replace(unused.pattern, unused.becomes);
  if (without === source)
    throw new Error(`${this.resourcePath} is written in another way now: see config/unused-loader.js`);
  return without;
};
