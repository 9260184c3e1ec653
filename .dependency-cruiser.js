/** The arrows of the house, see CONTRIBUTING: pages → features → ui, platform, domain. */
const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    error('no-circular', 'No circular imports.', {}, { circular: true }),
    error(
      'domain-is-pure',
      'Rules are plain TypeScript: no Taro, no React, no Node, and nothing of the app but themselves.',
      { path: '^packages/domain' },
      {
        path: [
          '^(src|packages/content|config|scripts|server|staff|tests)/',
          'node_modules/(@tarojs|react|react-dom|zustand)',
        ],
      },
    ),
    error(
      'domain-without-node',
      'Rules run on the phone.',
      { path: '^packages/domain' },
      { dependencyTypes: ['core'] },
    ),
    error(
      'content-below',
      'Content knows only the rules.',
      { path: '^packages/content' },
      { path: '^(src|config|scripts|server|staff|tests)/' },
    ),
    error(
      'platform-below-ui',
      'Ports know nothing of what is drawn.',
      { path: '^src/platform' },
      { path: '^src/(ui|features|pages)' },
    ),
    error(
      'ui-below-features',
      'Primitives know nothing of what they are used for.',
      { path: '^src/ui' },
      { path: ['^src/(features|pages)', '^packages/content/collections'] },
    ),
    error(
      'features-below-pages',
      'A feature does not know the tabs.',
      { path: '^src/features' },
      { path: '^src/pages' },
    ),
    error(
      'features-apart',
      'A feature reaches another only through its door, index.ts.',
      { path: '^src/features/([^/.]+)/' },
      {
        path: '^src/features/([^/.]+)/.+',
        pathNot: ['^src/features/$1/', '^src/features/[^/]+/index\\.ts$', '^src/features/shared/'],
      },
    ),
    error(
      'features-by-their-door',
      'Tab pages reach a feature only through its door, so that no collection lands in the main package.',
      { path: '^src/(pages|app)' },
      { path: '^src/features/[^/]+/.+', pathNot: ['^src/features/[^/]+/index\\.ts$', '^src/features/shared/'] },
    ),
    error(
      'collections-are-not-bundled',
      'The app bundles what is generated, never a collection.',
      { path: ['^src/(app|pages|features|ui|platform)', '^packages/domain'] },
      { path: '^packages/content/(collections|check|hours|lists|station-list|slug|schema\\.ts)' },
    ),
    error(
      'no-orphans',
      'Code that nothing reaches.',
      {
        orphan: true,
        path: '^src/',
        pathNot: [
          '\\.d\\.ts$',
          '\\.config\\.ts$',
          '/index\\.tsx$',
          '\\.weapp\\.tsx?$',
          '\\.h5\\.tsx?$',
          'src/app\\.ts$',
        ],
      },
      {},
    ),
    error(
      'server-to-domain',
      'The service shares the rules, not the app.',
      { path: '^server' },
      { path: '^(src|staff|config|scripts|tests)/' },
    ),
    error(
      'server-kernel-at-the-bottom',
      'The ports, problems and operations that every part of the service shares know none of the parts.',
      { path: '^server/src/(kernel|crypto)/' },
      { path: '^server/src/(?!(kernel|crypto)/)' },
    ),
    error(
      'server-storage-below-services',
      'An engine stores rows; what the service does with them is not its business.',
      { path: '^server/src/storage/' },
      { path: '^server/src/(?!(kernel|crypto|storage)/)' },
    ),
    error(
      'server-services-below-endpoints',
      'What the service does is called by endpoints and jobs alike, so it knows neither a route nor a command.',
      { path: '^server/src/((content|demo|legal-aid|reminders|services|staff|stations|wechat)/|maintenance)' },
      { path: '^server/src/(api|web)/|^server/src/(app|backup|config|main|service|staff-admin)\\.ts$' },
    ),
    error(
      'server-endpoints-below-commands',
      'An endpoint is mounted by a command and knows none.',
      { path: '^server/src/(api|web)/' },
      { path: '^server/src/(app|backup|config|main|service|staff-admin)\\.ts$' },
    ),
    error(
      'console-to-domain',
      'The console shares the rules and the tokens as data; with the service it speaks through the API.',
      { path: '^staff' },
      { path: '^(server|scripts|config|tests|packages/content|src)/' },
    ),
    error(
      'console-parts-below-features',
      'Parts and the API client know nothing of what they are used for.',
      { path: '^staff/src/(parts|api)' },
      { path: '^staff/src/(features|app)' },
    ),
    error(
      'console-api-below-parts',
      'The API client draws nothing.',
      { path: '^staff/src/api' },
      { path: '^staff/src/parts' },
    ),
    error(
      'console-features-below-app',
      'A feature does not know the routes.',
      { path: '^staff/src/features' },
      { path: '^staff/src/app' },
    ),
    error(
      'console-features-apart',
      'A feature of the console reaches another only through its index.ts.',
      { path: '^staff/src/features/([^/]+)/' },
      {
        path: '^staff/src/features/[^/]+/.+',
        pathNot: ['^staff/src/features/$1/', '^staff/src/features/[^/]+/index\\.tsx?$'],
      },
    ),
    error(
      'console-app-opens-pages',
      'The routes load a feature only as its pages.',
      { path: '^staff/src/(app/|main\\.tsx$)' },
      {
        path: '^staff/src/features/[^/]+/.+',
        pathNot: ['-page\\.tsx$', '^staff/src/features/[^/]+/index\\.tsx?$'],
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['generated/', '\\.scss$'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.h5.ts', '.h5.tsx', '.js', '.json'] },
  },
};
