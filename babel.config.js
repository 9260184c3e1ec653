/*
 * Read by Taro's webpack runner. React's automatic JSX runtime is part of the preset; its fast refresh is another
 * package, which the development build would ask for.
 */

/**
 * Babel rewrites a whole feature where one old phone reads one corner of it wrongly, unless it is told to mend that corner
 * alone (`bugfixes` of preset-env, which Taro's preset doesn't hand on). Without this, every parameter that is taken
 * apart, every default and every text with a value in it is written out at length.
 */
const rewrittenWhole = ['transform-parameters', 'transform-destructuring', 'transform-template-literals'];
const corners = [
  'bugfix/transform-safari-id-destructuring-collision-in-function-expression',
  'bugfix/transform-safari-rest-destructuring-rhs-array',
  'bugfix/transform-tagged-template-caching',
];

module.exports = {
  presets: [
    [
      'taro',
      { framework: 'react', ts: true, compiler: 'webpack5', hot: false, exclude: rewrittenWhole, include: corners },
    ],
  ],
  // What the code here never does, and Babel would otherwise write out for every `?.`, `...` and template.
  assumptions: {
    ignoreToPrimitiveHint: true,
    noDocumentAll: true,
    objectRestNoSymbols: true,
    setSpreadProperties: true,
  },
};
