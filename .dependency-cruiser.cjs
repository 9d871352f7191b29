/** The directions of imports (docs/explanation/architecture.md). CI fails on any import against them and on any circle. */
const purePackages = '^node_modules/(zod|yaml|@marcbachmann/cel-js|re2js|intl-messageformat|@formatjs)/';
/** A plug is a folder below a socket's folder, or a channel. */
const plugs = '^(integrations/[^/]+/[^/]+/|channels/(?!kit/)[^/]+/)';

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'dialogs-are-pure',
      comment: 'dialogs run in Node and in the browser: no node modules, no other room',
      severity: 'error',
      from: { path: '^dialogs/' },
      to: { pathNot: ['^dialogs/', purePackages] },
    },
    {
      name: 'protocol-stands-alone',
      severity: 'error',
      from: { path: '^dialogs/protocol/' },
      to: { pathNot: ['^dialogs/protocol/', '^node_modules/zod/'] },
    },
    {
      name: 'flow-format-knows-no-engine',
      severity: 'error',
      from: { path: '^dialogs/flow/' },
      to: { path: '^dialogs/(engine|response|handoff|scripts)/' },
    },
    {
      name: 'sockets-know-only-dialogs',
      severity: 'error',
      from: { path: '^(channels|integrations)/' },
      to: { path: '^(runtime|operations|bots|web|test)/' },
    },
    {
      name: 'channels-and-integrations-stay-apart',
      severity: 'error',
      from: { path: '^channels/' },
      to: { path: '^integrations/' },
    },
    {
      name: 'integrations-know-no-channel',
      severity: 'error',
      from: { path: '^integrations/' },
      to: { path: '^channels/' },
    },
    {
      name: 'runtime-knows-sockets-only',
      severity: 'error',
      from: { path: '^runtime/' },
      to: { path: ['^(operations|bots|web|test)/', plugs] },
    },
    {
      name: 'operations-know-no-plug',
      severity: 'error',
      from: { path: '^operations/' },
      to: { path: ['^(bots|web|test)/', plugs] },
    },
    {
      name: 'channels-know-no-other-channel',
      severity: 'error',
      from: { path: '^channels/([^/]+)/' },
      to: { path: '^channels/[^/]+/', pathNot: ['^channels/$1/', '^channels/kit/'] },
    },
    {
      name: 'plugs-know-no-other-plug',
      comment: 'the demo world is one world behind several sockets: its plugs share it',
      severity: 'error',
      from: { path: '^integrations/([^/]+)/([^/]+)/', pathNot: '^integrations/demo-world/' },
      to: { path: plugs, pathNot: ['^integrations/$1/$2/', '^integrations/(demo-world|company-api)/'] },
    },
    {
      name: 'bots-are-the-top',
      severity: 'error',
      from: { pathNot: '^(bots|test)/' },
      to: { path: '^bots/' },
    },
    { name: 'nobody-imports-tests', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    {
      name: 'web-takes-only-types-and-contracts',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(runtime|channels|integrations|bots)/' },
    },
    {
      name: 'no-dev-packages-in-product',
      severity: 'error',
      from: { path: '^(bots|channels|dialogs|integrations|operations|runtime)/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // its swc parser cannot read JSX: those few files are held to the same directions by Biome (biome.json, web)
    exclude: { path: ['^dist/', '^docs/', '\\.tsx$'] },
    tsPreCompilationDeps: true,
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
