/** Tests run on modules turned into CommonJS by swc (ADR 8); ESM-only packages are transformed too. */
const esmOnly = [
  '@marcbachmann/cel-js',
  'intl-messageformat',
  '@formatjs',
  'jose',
  'minisearch',
  'ulid',
  'commander',
  're2js',
  'chrono-node',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@borewit',
  '@tokenizer',
  'libphonenumber-js',
  'preact',
  '@preact',
];

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: [],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '^.+\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: false } },
        module: { type: 'commonjs', importInterop: 'swc' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  // every core: the default leaves one idle, which on two cores is half of them
  maxWorkers: '100%',
  testTimeout: 20000,
  // its last words: what was left out for want of a server, and how to include it
  reporters: ['default', '<rootDir>/test/kit/tell-left-out.cjs'],
};
