/**
 * The areas that mutants are sampled from: which files are changed, and which tests have to notice. A test file that names
 * an environment of its own names scripts/mutants/environment.js, or what it reaches isn't seen.
 */

export const areaNames = ['domain', 'server', 'staff', 'platform', 'features'] as const;
export type AreaName = (typeof areaNames)[number];

/** Some tests of an area. */
export interface AreaTests {
  /** The project of jest.config.js whose environment and names the tests need. */
  project: string;
  /** Globs of the tests, from the root. */
  tests: readonly string[];
  /** Tests that match `tests` and can't notice, because what they run is in another process or on another machine. */
  withoutTests?: readonly string[];
}

export interface MutationArea {
  /** Globs of the sources. */
  mutate: readonly string[];
  /** Globs of the sources that are left as they are. */
  leave?: readonly string[];
  tests: readonly AreaTests[];
  /** How much longer the tests of a change may take than without it, before it counts as one that never ends. */
  waitMs: number;
}

/** The phone's side of the service against the service itself, in one process. */
const phoneAndService: AreaTests = {
  project: 'service',
  tests: ['tests/service/{client,content-feed,station-feed}.test.ts'],
};

export const areas: Record<AreaName, MutationArea> = {
  domain: {
    mutate: ['packages/domain/**/*.ts'],
    // Newsletters, hours and the search are tested with the imports and indexes that are made with them as well.
    tests: [
      { project: 'domain', tests: ['tests/domain/**/*.test.ts'] },
      {
        project: 'content',
        tests: ['tests/content/**/*.test.ts'],
        // Minutes each, and little of the domain that the others don't ask.
        withoutTests: ['content/check', 'content/places-import', 'content/stations-import'],
      },
    ],
    waitMs: 60_000,
  },
  server: {
    mutate: ['server/src/*/**/*.ts'],
    leave: [
      // Invented data, and what talks to WeChat itself.
      'server/src/demo/**',
      'server/src/wechat/real.ts',
      // These run in threads of their own or on PostgreSQL; tests/proofs/mutants.test.ts has mutants of them.
      'server/src/storage/**',
      'server/src/staff/jobs/work*.ts',
    ],
    tests: [
      {
        project: 'service',
        tests: ['tests/service/**/*.test.ts'],
        withoutTests: [
          'backup',
          'client',
          'concurrent-start',
          'h5',
          'lost-database',
          'process',
          'storage-faults',
          'store',
          'store-transactions',
        ],
      },
      // Lists of sessions are tested with the other tables.
      { project: 'content', tests: ['tests/content/session-tables.test.ts'] },
    ],
    // Servers are started, and a test that is only slow would count as one that noticed.
    waitMs: 180_000,
  },
  staff: {
    // What the console decides without drawing. What asks the service, the browser's storage or the camera is looked
    // at in a browser, as its pages are (tests/staff).
    mutate: ['staff/src/features/**/*.ts', 'staff/src/parts/**/*.ts', 'staff/src/api/api-error.ts'],
    leave: [
      'staff/src/**/use-*.ts',
      'staff/src/**/api.ts',
      'staff/src/features/call-list/requests.ts',
      'staff/src/features/check-in/device-name.ts',
      'staff/src/features/check-in/qr-reader.ts',
      'staff/src/offline/vault.ts',
    ],
    tests: [{ project: 'console', tests: ['tests/staff/unit/**/*.test.ts'] }],
    waitMs: 180_000,
  },
  platform: {
    mutate: ['src/platform/**/*.ts', 'src/platform/**/*.tsx'],
    leave: ['src/platform/**/*.weapp.*'],
    // Ports are also tested through the pages that use them, and login and feeds against the service itself.
    tests: [
      { project: 'ui', tests: ['tests/ui/**/*.test.tsx'] },
      { project: 'features', tests: ['tests/features/**/*.test.tsx'] },
      phoneAndService,
    ],
    waitMs: 180_000,
  },
  features: {
    mutate: ['src/features/**/*.ts', 'src/features/**/*.tsx', 'src/pages/**/*.ts', 'src/pages/**/*.tsx'],
    leave: ['src/**/*.weapp.*', 'src/**/*.config.ts'],
    tests: [{ project: 'features', tests: ['tests/features/**/*.test.tsx'] }, phoneAndService],
    waitMs: 180_000,
  },
};

export const isAreaName = (name: string): name is AreaName => areaNames.some((known) => known === name);
